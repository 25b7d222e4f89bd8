#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// A parser with its buffers, which only grow; used from one thread at a time.
typedef struct andon_json_parser andon_json_parser;

// A parsed document, laid out as simdjson's doc/tape.md says. Both pointers belong to the parser and are good until
// its next parse or its end.
typedef struct {
    // One or two words a node, the outermost value at index 1.
    const uint64_t *tape;
    // What the string nodes point into: for each a 32-bit length, the UTF-8 bytes and a zero.
    const uint8_t *strings;
} andon_json_document;

typedef enum {
    ANDON_JSON_PARSED = 0,
    // The text is not JSON in UTF-8, or nests deeper than 1,024.
    ANDON_JSON_INVALID = 1,
    // There is no memory for the buffers.
    ANDON_JSON_NO_MEMORY = 2,
} andon_json_result;

// NULL without memory.
andon_json_parser *andon_json_parser_make(void);

// Frees a parser; NULL is allowed.
void andon_json_parser_free(andon_json_parser *parser);

// Parses `length` bytes. They are copied into the parser's own buffer first, because simdjson reads up to 64 bytes
// past the end; the caller's need no padding and may go as soon as this returns. `document` and `message` (a static
// text, only for failures) are set.
andon_json_result andon_json_parse(
    andon_json_parser *parser, const void *bytes, size_t length, andon_json_document *document,
    const char **message);

#ifdef __cplusplus
}
#endif

#endif
