// Cuts a stream of JSON into its records without parsing them, so that a file
// of any size is read record by record and a broken one costs one record.
#pragma once

#include <cstddef>
#include <string>

#include "indexer/formats/reader.h"

namespace broadsheet {

struct JsonRecord {
  std::string text;
  std::size_t line = 0;   ///< where it begins
  bool unclosed = false;  ///< another record or the end came first
  bool too_long = false;  ///< longer than kMaxRecord; the text is cut
};

/// The records are the elements of an array at the top, those of an array in
/// an object around it ({"articles": [...]}), or objects one after another
/// (JSON lines).
class JsonCutter {
 public:
  explicit JsonCutter(Input& input) : input_(input) {}
  bool next(JsonRecord& record);

  static constexpr std::size_t kMaxRecord = std::size_t{64} << 20;

 private:
  int get();
  int look();
  void keep(JsonRecord& record, char c);
  bool find_begin();
  bool read_value(JsonRecord& record);
  void read_string(JsonRecord& record, std::string* value);
  bool opens_next_record();
  bool enters_list(const std::string& key, std::size_t depth);

  Input& input_;
  std::string block_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t column_ = 0;         ///< of the next byte
  std::size_t record_column_ = 0;  ///< where records begin, if they begin lines
  bool begins_lines_ = false;
  bool first_ = true;
  bool story_key_ = false;  ///< the object at the top is itself a story
};

}  // namespace broadsheet
