#include "CSimdJSON.h"

#include <new>
#include <simdjson.h>

using simdjson::dom::parser;

struct andon_json_parser {
    parser inner;
};

static andon_json_result kind(simdjson::error_code error) {
    switch (error) {
    case simdjson::SUCCESS:
        return ANDON_JSON_PARSED;
    case simdjson::MEMALLOC:
        return ANDON_JSON_NO_MEMORY;
    default:
        return ANDON_JSON_INVALID;
    }
}

andon_json_parser *andon_json_parser_make(void) { return new (std::nothrow) andon_json_parser(); }

void andon_json_parser_free(andon_json_parser *parser) { delete parser; }

andon_json_result andon_json_parse(
    andon_json_parser *parser, const void *bytes, size_t length, andon_json_document *document,
    const char **message) {
    *document = {nullptr, nullptr};
    // An empty buffer may be a null pointer, which the copy inside `parse` must not see.
    const auto error = length == 0 ? simdjson::EMPTY
                                   : parser->inner.parse(static_cast<const uint8_t *>(bytes), length, true).error();
    *message = error == simdjson::SUCCESS ? nullptr : simdjson::error_message(error);
    if (error == simdjson::SUCCESS) {
        const auto &parsed = parser->inner.doc;
        *document = {parsed.tape.get(), parsed.string_buf.get()};
    }
    return kind(error);
}
