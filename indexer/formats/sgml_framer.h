// Cuts a file of SGML stories into them, line by line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/formats/reader.h"

namespace broadsheet {

struct SgmlFrame {
  std::string text;        ///< from the opening tag on; cut at kMaxText
  std::size_t line = 0;    ///< where it begins
  std::size_t number = 0;  ///< from 1
  bool closed = false;     ///< else the next one, or the end, came first
};

class SgmlFramer {
 public:
  /// `begin` is how an opening tag begins ("<DOC"), `end` the closing tag.
  SgmlFramer(Input& input, std::string_view begin, std::string_view end)
      : input_(input), begin_(begin), end_(end) {}
  bool next(SgmlFrame& frame);

 private:
  bool opens(std::string_view line, std::size_t& at) const;

  Input& input_;
  std::string_view begin_;
  std::string_view end_;
  std::string line_;
  std::size_t count_ = 0;
  bool ahead_ = false;  ///< line_ is yet to be looked at
};

}  // namespace broadsheet
