// explain: the query as it was understood.
#include <optional>
#include <string>

#include "common/cli/program.h"
#include "common/text/terminal.h"
#include "searcher/asked_query.h"
#include "searcher/commands/run.h"
#include "searcher/explanation.h"
#include "searcher/request.h"

namespace broadsheet {

int explain(const Arguments& arguments) {
  const auto queries = queries_of(arguments, false);
  std::optional<std::string> id;
  if (arguments.has("id")) id = arguments.text("id");
  const SearchOptions options = search_options_of(arguments, false);
  with_archives(archives_of(arguments), [&](const ArchiveSet& archives) {
    const Search search(archives, queries, options);
    write_out(shown_lines(explanation(archives, search, options, id),
                          Hidden::kVisible));
  });
  return kExitOk;
}

}  // namespace broadsheet
