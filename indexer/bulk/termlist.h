// What a document's entries in the termlist table say: its terms, its slots.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace broadsheet::bulk {

struct ListedTerm {
  std::string_view term;
  std::uint32_t wdf = 0;
};

/// Terms in byte order, each once, and the sum of their wdfs; empty for none.
void append_termlist(std::string& to, std::span<const ListedTerm> terms,
                     std::uint64_t length);

/// Slots rise.
void append_slots(std::string& to, std::span<const std::uint64_t> slots);

/// Two lists of slots made one.
std::string unite_slots(std::string_view a, std::string_view b);

}  // namespace broadsheet::bulk
