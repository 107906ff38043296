// Letters and newsletters: a single message or an mbox file of them.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/formats/reader.h"

namespace broadsheet {

bool is_mail(std::string_view head);
std::unique_ptr<Reader> open_mail(Input& input, const ReadOptions&,
                                  OnSkip on_skip);

/// One message: header, blank line, body.
Article parse_mail(std::string_view message);

}  // namespace broadsheet
