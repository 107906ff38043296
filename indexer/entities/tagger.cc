#include "indexer/entities/tagger.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "indexer/entities/first_pass.h"
#include "indexer/entities/mention_rules.h"
#include "indexer/entities/model.h"
#include "indexer/entities/pairs.h"
#include "indexer/entities/second_pass.h"

namespace broadsheet {
namespace {

// Longer texts are judged in pieces of this size, each a story by itself.
constexpr std::size_t kPiece = std::size_t{1} << 20;

// The end of the piece that begins at `begin`: after a line end or a space if
// there is one near.
std::size_t piece_end(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= kPiece) return text.size();
  constexpr std::size_t kNear = 4096;
  const std::size_t end = begin + kPiece;
  const std::string_view tail = text.substr(end - kNear, kNear);
  std::size_t cut = tail.rfind("\n");
  if (cut == std::string_view::npos) cut = tail.rfind(' ');
  if (cut != std::string_view::npos) return end - kNear + cut + 1;
  return std::max(floor_char(text, end), begin + 1);
}

}  // namespace

struct Tagger::State {
  explicit State(const TaggerModel& model)
      : lexicon(model.lexicon()), first(model), second(model) {}

  /// Tags one piece with the headline, which may be empty.
  void tag(std::string_view headline, std::string_view piece,
           std::uint32_t offset, TaggedStory& story);
  void put(std::string_view text, const std::vector<TaggerToken>& tokens,
           std::span<const StoryWord> words, std::uint32_t offset,
           std::vector<TaggedSpan>& spans);

  const Lexicon& lexicon;
  FirstPass first;
  SecondPass second;
  MentionRules rules;
  std::vector<TaggerToken> headline_tokens;
  std::vector<TaggerToken> tokens;
  std::vector<StoryWord> words;
  std::vector<Sum> scores;
  std::vector<StoryName> mentions;
};

void Tagger::State::tag(std::string_view headline, std::string_view piece,
                        std::uint32_t offset, TaggedStory& story) {
  words.clear();
  scores.clear();
  read_tokens(headline, lexicon, headline_tokens);
  read_tokens(piece, lexicon, tokens);
  first.read(headline, headline_tokens, words, scores);
  const std::size_t body = words.size();
  first.read(piece, tokens, words, scores);
  second.relabel(words, scores);
  rules.learn(words, is_bare({piece, tokens}));
  const std::span all(words);
  put(headline, headline_tokens, all.first(body), 0, story.headline);
  put(piece, tokens, all.subspan(body), offset, story.body);
}

void Tagger::State::put(std::string_view text,
                        const std::vector<TaggerToken>& token_list,
                        std::span<const StoryWord> zone, std::uint32_t offset,
                        std::vector<TaggedSpan>& spans) {
  read_mentions(zone, mentions);
  rules.apply({text, token_list}, zone, mentions);
  for (const StoryName& mention : mentions) {
    const TaggerToken& begin = token_list[zone[mention.begin].token];
    const TaggerToken& last = token_list[zone[mention.end - 1].token];
    spans.push_back({begin.begin + offset, last.end + offset, mention.kind});
  }
}

Tagger::Tagger(const TaggerModel& model)
    : state_(std::make_unique<State>(model)) {}
Tagger::~Tagger() = default;
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;

TaggedStory Tagger::tag(std::string_view headline, std::string_view body) {
  TaggedStory story;
  headline = head_of(headline, kPiece);
  std::size_t begin = 0;
  do {
    const std::size_t end = piece_end(body, begin);
    state_->tag(headline, body.substr(begin, end - begin),
                static_cast<std::uint32_t>(begin), story);
    headline = {};
    begin = end;
  } while (begin < body.size());
  return story;
}

}  // namespace broadsheet
