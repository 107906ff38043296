#include "indexer/config_file.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>

#include "common/cli/error.h"
#include "common/cli/suggest.h"
#include "common/text/fold.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/written_place.h"
#include "indexer/formats/formats.h"
#include "indexer/formats/json_record.h"
#include "indexer/formats/language_tag.h"
#include "indexer/path_date.h"
#include "indexer/time_zone.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

/// One key and its value, and where they stand.
class Value {
 public:
  Value(const std::string& file, std::string key, const toml::node& node)
      : file_(file), key_(std::move(key)), node_(node) {}

  [[noreturn]] void fail(const std::string& why,
                         const std::string& hint = {}) const {
    throw Error(fmt::format("{}:{}: {}: {}", file_, node_.source().begin.line,
                            key_, why),
                hint);
  }

  std::string text() const {
    const auto* value = node_.as_string();
    if (value == nullptr) fail("wants a text in quotes");
    if (value->get().empty()) fail("is empty");
    return value->get();
  }
  unsigned number() const {
    const auto* value = node_.as_integer();
    if (value == nullptr || value->get() < 1 || value->get() > 86'400)
      fail("wants a whole number from 1 to 86400");
    return static_cast<unsigned>(value->get());
  }
  std::vector<std::string> list() const {
    const auto* values = node_.as_array();
    if (values == nullptr) fail("wants a list: [\"*.xml\"]");
    std::vector<std::string> all;
    for (const auto& value : *values)
      all.push_back(Value(file_, key_, value).text());
    return all;
  }
  std::map<std::string, std::string> table() const {
    std::map<std::string, std::string> all;
    for (const auto& value : values()) all[value.name()] = value.text();
    return all;
  }
  /// Of a table.
  std::vector<Value> values() const {
    const auto* table = node_.as_table();
    if (table == nullptr) fail("wants a table: { name = \"value\" }");
    std::vector<Value> all;
    for (const auto& [key, value] : *table)
      all.emplace_back(
          file_,
          fmt::format("{}{}{}", key_, key_.empty() ? "" : ".", key.str()),
          value);
    return all;
  }
  std::vector<Value> tables() const {
    const auto* tables = node_.as_array();
    const bool is_one =
        tables != nullptr && tables->is_homogeneous<toml::table>();
    if (!is_one) fail(fmt::format("wants [[{}]] above its keys", key_));
    std::vector<Value> all;
    for (const auto& table : *tables) all.emplace_back(file_, key_, table);
    return all;
  }

  /// Without what it lies in.
  std::string name() const { return key_.substr(key_.rfind('.') + 1); }
  std::size_t line() const { return node_.source().begin.line; }

 private:
  const std::string& file_;
  std::string key_;
  const toml::node& node_;
};

[[noreturn]] void fail_unknown(const Value& value, const std::string& why,
                               const std::vector<std::string_view>& known) {
  const auto near = suggest(value.name(), known);
  value.fail(why, near.empty()
                      ? fmt::format("there are: {}", fmt::join(known, ", "))
                      : fmt::format("did you mean {}?", near));
}

/// What a table may hold, and what each key does to a T.
template <class T>
struct Key {
  std::string_view name;
  void (*set)(T&, const Value&);
};

template <class T, std::size_t n>
void read_table(const Value& table, const Key<T> (&keys)[n], T& to) {
  for (const Value& value : table.values()) {
    const auto* key = std::ranges::find(keys, value.name(), &Key<T>::name);
    if (key != std::end(keys)) {
      key->set(to, value);
      continue;
    }
    std::vector<std::string_view> known;
    for (const auto& row : keys) known.push_back(row.name);
    fail_unknown(value, "no such key", known);
  }
}

void check_home(const Value& value) {
  static const Gazetteer gazetteer;
  if (described_place(gazetteer, value.text()) == nullptr)
    value.fail(fmt::format("no place '{}' is known", value.text()),
               "a town and what it lies in: \"Paris, Texas\"");
}

std::map<std::string, std::string> field_map(const Value& table) {
  const auto known = mappable_fields();
  for (const Value& value : table.values())
    if (std::ranges::find(known, value.name()) == known.end())
      fail_unknown(value, "no such field", known);
  return table.table();
}

std::map<std::string, std::string> filters(const Value& table) {
  std::map<std::string, std::string> all;
  for (const Value& value : table.values()) {
    std::string extension = value.name();
    std::ranges::transform(extension, extension.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    std::vector<std::string> words;
    try {
      words = command_words(value.text());
    } catch (const Error& error) {
      value.fail(error.what());
    }
    if (words.empty() || program_path(words.front()).empty())
      value.fail(fmt::format("no program '{}' to run",
                             words.empty() ? "" : words.front()),
                 "install it, or name it with its directory");
    all[extension] = value.text();
  }
  return all;
}

constexpr Key<Root> kRootKeys[] = {
    {"path", [](Root& root, const Value& v) { root.path = v.text(); }},
    {"name",
     [](Root& root, const Value& v) {
       root.name = v.text();
       if (root.name.find_first_of("/#!") != root.name.npos)
         v.fail("must be without / # !");
     }},
    {"as",
     [](Root& root, const Value& v) {
       root.format = v.text();
       try {
         format_named(root.format);
       } catch (const Error& error) {
         v.fail(error.what(), error.hint());
       }
     }},
    {"source",
     [](Root& root, const Value& v) { root.settings.source = v.text(); }},
    {"language",
     [](Root& root, const Value& v) {
       root.settings.language = language_code(v.text());
       if (root.settings.language.empty())
         v.fail(fmt::format("no language '{}'", v.text()),
                "a code: en, de, ...");
     }},
    {"home",
     [](Root& root, const Value& v) {
       check_home(v);
       root.settings.home = v.text();
     }},
    {"time-zone",
     [](Root& root, const Value& v) {
       root.settings.time_zone = v.text();
       if (!is_time_zone(v.text()))
         v.fail(fmt::format("no time zone '{}'", v.text()),
                "for example Africa/Cairo");
     }},
    {"include",
     [](Root& root, const Value& v) { root.settings.include = v.list(); }},
    {"exclude",
     [](Root& root, const Value& v) { root.settings.exclude = v.list(); }},
    {"date-path",
     [](Root& root, const Value& v) {
       root.settings.date_path = v.text();
       try {
         PathDate{v.text()};
       } catch (const Error& error) {
         v.fail(error.what(), error.hint());
       }
     }},
    {"map",
     [](Root& root, const Value& v) { root.settings.map = field_map(v); }},
    {"filters",
     [](Root& root, const Value& v) { root.settings.filters = filters(v); }},
    {"filter-seconds",
     [](Root& root, const Value& v) {
       root.settings.limits.seconds = v.number();
     }},
    {"filter-memory",
     [](Root& root, const Value& v) {
       root.settings.limits.memory = std::uint64_t{v.number()} << 20;
     }},
};

struct Source {
  std::string name, home;
};
constexpr Key<Source> kSourceKeys[] = {
    {"name", [](Source& source, const Value& v) { source.name = v.text(); }},
    {"home",
     [](Source& source, const Value& v) {
       check_home(v);
       source.home = v.text();
     }},
};

constexpr Key<Config> kKeys[] = {
    {"root",
     [](Config& config, const Value& roots) {
       for (const Value& table : roots.tables()) {
         Root root;
         read_table(table, kRootKeys, root);
         if (root.path.empty()) table.fail("has no path");
         config.roots.push_back(std::move(root));
       }
     }},
    {"source",
     [](Config& config, const Value& sources) {
       for (const Value& table : sources.tables()) {
         Source source;
         read_table(table, kSourceKeys, source);
         if (source.name.empty() || source.home.empty())
           table.fail("wants a name and a home");
         if (!config.homes.emplace(fold_name(source.name), source.home).second)
           table.fail(fmt::format("'{}' is there twice", source.name));
       }
     }},
};

}  // namespace

Config read_config(const fs::path& file) {
  const std::string name = file.string();
  Config config;
  try {
    if (!fs::exists(file)) throw Error(name + ": no such file");
    const toml::table all = toml::parse_file(name);
    read_table(Value(name, "", all), kKeys, config);
  } catch (const toml::parse_error& error) {
    throw Error(fmt::format("{}:{}: {}", name, error.source().begin.line,
                            error.description()));
  }
  for (auto& root : config.roots)
    root.path = fs::absolute(file).parent_path() / root.path;
  return config;
}

}  // namespace broadsheet
