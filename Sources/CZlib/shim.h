#pragma once
#include <zlib.h>

/// Twin of the macro inflateInit2, for gzip with the largest window and nothing else.
static inline int andon_gunzip_begin(z_streamp stream) {
    return inflateInit2(stream, 15 + 16);
}
