// From what sources said to what the index will hold.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/news/article.h"
#include "indexer/document.h"
#include "indexer/entities/annotator.h"

namespace broadsheet {

/// A story on its way into the index.
struct Incoming {
  std::string id;
  std::string newest;  ///< the id of its newest version; empty: it is that
  std::string added;   ///< YYYYMMDDhhmmss in UTC
  Article article;
  std::string home = {};  ///< "Paris, Texas": where its source is at home
};

/// A story, and what its document will be known by.
struct Draft {
  std::uint32_t docid = 0;
  Incoming story;
  std::string before = {};  ///< the record that it takes the place of
};

/// Finds language, people and places, and makes the document. One a thread.
class StoryMaker {
 public:
  StoryMaker(const Gazetteer& gazetteer, const std::string& archive)
      : gazetteer_(gazetteer), annotator_(gazetteer), documents_(archive) {}

  IndexDocument make(Incoming&& incoming);

  /// Documents in the order of the drafts. All stories take a step before any
  /// takes the next, whose tables would drive this one's from the processor's
  /// caches.
  std::vector<IndexDocument> make(std::span<Draft> drafts);

  /// As of a DocumentMaker.
  void forget_terms() { documents_.forget_terms(); }
  std::size_t terms_memory() const { return documents_.terms_memory(); }

 private:
  const Place* home_of(const std::string& description);

  const Gazetteer& gazetteer_;
  std::unordered_map<std::string, const Place*> homes_;
  Annotator annotator_;
  DocumentMaker documents_;
};

}  // namespace broadsheet
