// Sizes and times as they are typed on the command line.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace broadsheet {

/// "512M": bytes, with K, M or G behind them. Throws Error naming the option.
std::size_t size_of(std::string_view option, std::string_view typed);

/// "26h": with s, m, h or d behind the number; 0 needs none. Throws Error
/// naming the option.
std::chrono::seconds duration_of(std::string_view option,
                                 std::string_view typed);

}  // namespace broadsheet
