#include "indexer/formats/mets_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <optional>

#include "common/cli/error.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/xml.h"

namespace broadsheet {
namespace {

/// Nothing where the page cannot be read.
std::optional<AltoPage> read_page(const std::string& path,
                                  const OpenBeside& beside,
                                  const OnSkip& on_skip) {
  try {
    auto bytes = beside(path);
    if (!bytes) throw Error("the page is not there");
    Input page(path, std::move(bytes));
    const XmlFile file(page);
    if (!file.is_sound()) {
      Skip damage = file.damage();
      damage.record = fmt::format("{}:{}", path, damage.line);
      damage.line = 0;
      on_skip(damage);
    }
    return AltoPage(file.root());
  } catch (const Error& error) {
    on_skip({.record = path, .why = error.what()});
    return std::nullopt;
  }
}

}  // namespace

std::string page_path(std::string href) {
  if (href.starts_with("file://")) href.erase(0, 7);
  std::ranges::replace(href, '\\', '/');
  return std::filesystem::path(href).lexically_normal().string();
}

bool has_page_name(const std::string& path) {
  return lower_case(path).ends_with(".xml");
}

PageWords::PageWords(std::string path, AltoPage page)
    : path_(std::move(path)),
      page_(std::move(page)),
      next_free_(page_.words().size() + 1) {
  std::iota(next_free_.begin(), next_free_.end(), std::size_t{0});
}

void PageWords::move(const OcrRange& range, OcrText& text) {
  std::size_t at = free_from(range.begin);
  if (at < range.end) text.end_paragraph();
  for (; at < range.end; at = free_from(at)) {
    text.add(page_.words()[at]);
    next_free_[at] = at + 1;
  }
}

std::size_t PageWords::free_from(std::size_t at) {
  while (next_free_[at] != at) {
    next_free_[at] = next_free_[next_free_[at]];
    at = next_free_[at];
  }
  return at;
}

MetsPages::MetsPages(const pugi::xml_node& mets, const OpenBeside& beside,
                     const OnSkip& on_skip) {
  if (!beside) {
    on_skip({.why = "its pages are elsewhere; have it in a directory or an "
                    "archive with them for articles",
             .lost = false});
    return;
  }
  std::unordered_map<std::string, std::optional<std::size_t>> by_path;
  for (const auto& file : descendants(child(mets, "fileSec"), "file")) {
    const std::string path =
        page_path(attribute(child(file, "FLocat"), "xlink:href"));
    if (!has_page_name(path)) continue;
    const auto [at, first] = by_path.try_emplace(path);
    if (first) {
      if (auto page = read_page(path, beside, on_skip)) {
        at->second = pages_.size();
        pages_.emplace_back(path, std::move(*page));
      }
    }
    if (at->second) by_file_.try_emplace(attribute(file, "ID"), *at->second);
  }
}

void MetsPages::move_zone(const pugi::xml_node& pointer, OcrText& text) {
  for (const auto& area : descendants(pointer, "area")) {
    const auto file = by_file_.find(attribute(area, "FILEID"));
    if (file == by_file_.end()) continue;
    PageWords& page = pages_[file->second];
    page.move(page.range(attribute(area, "BEGIN"), attribute(area, "END")),
              text);
  }
}

}  // namespace broadsheet
