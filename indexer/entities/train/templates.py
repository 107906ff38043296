"""Templates of lines that synthetic.py fills with names.

{P} person, {F} family name, {G} given name, {C} country, {L} town, {S} state of
the US, {T} team, {K} company, {B} body, {U} university, {D} nationality; in small
letters, the same in capitals. {0} a score, {1} ten to 99, {2} a hundred and more, {3} a day,
{4} a year, {5} a month, {6} a time of a race; {W} a person by the customs of some country,
{Y} the same with an address of that country before, {E} a single name of some country,
{H} a title, {A} a central bank, {O} an office, {M} what a minister is in charge of. [..] is
the title of a work.
"""

REPORTS = """
{C}'s {P} won the title, beating {C}'s {P} 6-4, 7-5.
{P} of {C} was second and {C}'s {P} third.
{C}'s {P} finished ahead of {P} of {C} and {P}.
Top-seeded {P} beat {P} of {C} 6-2, 6-3 in the final.
{T} beat {T} 3-1 with goals from {F} and {P}.
{T} striker {P} scored twice against {T} on Saturday.
{P} hit a two-run homer as {T} defeated {T} 5-2.
{T} coach {P} said {F} would miss the match against {T}.
{F} scored 24 points and {P} added 18 for {T}.
{T} moved {0} points clear of {T} at the top of the {D} first division.
{T}, who lost {0}-{0} to {T} last week, play {T} on Sunday.
Defending champion {P} ({C}) lost to {P} ({C}) 7-6 6-4.
{C} beat {C} 2-0 in a World Cup qualifier in {L} on Sunday.
{P} took the lead for {C} before {F} equalised.
{F} took {0} for {1} as {C} were bowled out for {2} against {C}.
In {L}, {P} pitched a five-hitter and {F} homered for {T}.
At {L}, {P} struck out seven as {T} beat {T}.
{P}, who lives in {L}, {S}, said {F} had called twice.
The trial of {P} opened in {L}, {S}, on Monday.
Rep. {P}, a Democrat from {L}, {S}, said so.
Sen. {P}, D-{S}, and Rep. {P}, R-{S}, voted against it.
{P}, 34, of {L}, was charged with fraud, lawyer {P} said.
Former {C} captain {P} and teammate {P} will retire.
''I have never met {F},'' {F} told reporters.
{F} and {F} met for two hours, {F}'s spokesman {P} said.
{P} "{G}" {F} was killed near {L}.
{P}, known as {G}, was born in {L} in {C}.
{L}-based analyst {P} said prices would fall.
{L} Mayor {P} and Governor {P} visited {L}.
{D} Foreign Minister {P} met {D} President {P} in {L}.
{D} striker {P} joined {T} from {T} for two million pounds.
{P} reports from {L}.
Written by {P}; edited by {P} and {P}.
He was replaced by {P}, {P} and {P}.
The {C}-{C} border was closed on Monday.
A {C}-{C} summit will be held in {L} in {5}.
{P} of the {B} said the {B} had been told.
Officials of the {B} met {P} in {L}, the {B} said.
{F} of {U} and {P} of the {U} wrote the report.
{P}, a professor at the {U}, said {F} had studied at {U}.
The mayor of {L} in northern {C}, {P}, said {0} people had died.
Police in {L}, {1} km from {L}, held {P} and {P}.
{F} ({1}-{0}) allowed six hits for {T}.
{F} ({0}-{1}) took the loss; {F} earned his {0}th save.
{T}'s {P} had two assists against {T}.
{C} coach {P} left out {P} and wing {P}.
"It is a huge honour," {F} said. {F}, of {T}, replaces {P}, who has a broken thumb.
{T} on Tuesday fined defender {P}. {F} joined from {T} last year.
{P}, in a {K}, won the rally from {C}'s {P}.
{C}'s {P}, 34, was third. {F} left the road near {L}.
Next is {L}. {F} said: "{L} is a second home."
{P} of {C} knocked out {C}'s {P} in the ninth round in {L}.
{T} midfielder {P} will miss Wednesday's match in {L}; {P} plays.
""".strip().split("\n")

WORLD = """
{H} {W} said {H} {W} had left {L}.
{W} met {W} in {L}.
{W} of {L} said so.
{W} was held in {L} with {W} and {W}.
{W}, {W} and {W} were elected in {L}, {C}.
"{W} is my brother," {W} told reporters in {L}.
{W}, 34, fled {L} for {L}; her aunt {G} stayed.
{A} {O} {W} and {D} Finance Minister {W} met in {L}.
{B} {O} {W} said {W} would resign.
{D} Minister of {M} {W} told {B} that {W} had agreed.
Minister for {M} {W} flew to {L}; {D} President {W} stayed.
Deputy Minister of {M} {H} {W} opened a road near {L}.
{L} police said {W} and {W} were cousins.
The {D} writer {W} was born in {L}.
{C}'s {W} lost to {W} of {C}.
{H} {W}, {H} {W} and {H} {W} prayed in {L}.
Chancellor of the Exchequer {P} spoke after Secretary of State {P}.
The trial of {W} opened in {L}; {W}'s lawyer, {W}, wept.
{W} won in {L}, {L} and {L}. {W} was second.
{G} ran a bakery in {L} until {W} bought it.
Villagers in {L}, {L} and {L} in {C} accused {W}.
{W} succeeds {W} as mayor of {L}.
{W} and {W}, both of {C}, signed in {L}.
The governor, {W}, and the bishop, {W}, disagreed.
{C}, {C}, {C} and {C} sent envoys to {L}.
The Republic of {C} and the Kingdom of {C} agreed.
Heavy rain fell from {L} to {L} in northern {C}.
{W} (left) and {W} in {L} on {5} {3}, {4}.
In mid-{5} {W} returned to {L}; by end-{5} {W} had gone.
''{W} is dead,'' said {W}.
Fighting near {L} killed {1}, said {H} {W}, a commander.
{Y} said {Y} had left {L}. {Y} stayed.
{Y}, {Y} and {Y} were freed in {L}, the {B} said.
{L} - {Y} told reporters on Monday that {L} was cut off.
{Y}, a former commissioner in {L}, met {Y} and {W}.
The minister, {Y}, and {D} President {Y} flew to {L}.
{Y} of {L} said {E} had gone to {L} for salt.
"He never came to {L}," said {E}, a clan leader.
A nurse in {L}, {E}, counted the dead. Her son, {E}, was hurt.
{H} {E} and {Y} of {L} led the prayer.
{W}, alias {E}, fled from {L} towards {L}.
{E}, who like many in {L} has one name, was held.
{E} sold rice in {L}. {E}'s brother {E} went to {L}.
Fishermen from {L} and {L} asked {Y} for boats.
{L} Mayor {Y} and Rep. {W} traded barbs over a mine in {L}.
{W} said the road from {L} to {L} via {L} was mined.
{Y} said {B} had lost {L}, {L} and {L}.
The governor of {L}, {Y}, asked {B} for trucks.
{W} (SAN), {W} (MP) and {Y} spoke at {L}.
{W} "{E}" {F} was mayor of {L}.
""".strip().split("\n")

BUSINESS = """
{K} shares fell {1} cents to {1}.{1}.
{K} said net profit rose {0} percent in the first half of {4}.
{K} and {K} agreed to merge, {K} chairman {P} said.
{P}, an analyst at {K} in {L}, said {K} would cut jobs.
{K} will buy {1} percent of {C}'s {K} from {K}.
"{K} is strong," said {P} of {K}.
{K} named {P} chief executive; {F} joined {K} in {4}.
Shares in {K}, {K} and {K} led the gainers in {L}.
{K} cut its rating of {K} to hold from buy.
{K} chairman {P} left {K} to run {K}'s {D} unit.
The {L} plant of {K} employs {2} people.
{K}, based in {L}, makes parts for {K} and {K}.
{K} opened an office in {L}, {C}.
{k} SEES {4} NET UP {0} PERCENT.
{k} TO BUY {k} UNIT.
{l} stocks end higher, led by {K}.
-- {L} newsroom +{1} {0} {2} {2}
These are the leading stories in the {L} press. {B} has not verified them.
Ratings: {K} AA minus, {K} Baa1.
{K} quarterly dividend {1} cents, payable {5} {3}.
{K} said it sold its {L} office to {K}.
{K} raised its offer for {K}, {K} said.
Lawyers for {K} met {P} of {K} in {L}.
Analyst {P} of {K} said {K} would sell its stores to {K}.
Lead managers are {K} and {K}, underwriters said.
{K}, the brokers, said {P} joined from {K}.
{P}, a partner of {K}, and {P}, formerly of {K}, disagreed.
{K}'s chairman {P} said {K}'s bid was too low.
{K} declined to comment. {P}, its president, was away.
Debt of {K} was downgraded by {K}.
The notes were issued through {K}, lead manager {K} said.
Chairman {P} told shareholders of {K} that {F} would retire.
{F} said {K} had paid. Mr. {F} and Mrs. {F} own {1} percent.
""".strip().split("\n")

WORKS = """
{P} starred in ``[{G}'s {N}]'' and ``[The {N} of {L}]''.
{P}'s film "[{N} in {L}]" won a prize in {L}.
His novels include "[The {N}]", "[{G} and {G}]" and "[Return to {L}]".
{P} sang in ``[{G}]'' at the {L} Opera.
The book, "[{F}: A {N}]", by {P}, is set in {C}.
``[The {N} in {C}]'' was written and directed by {P}.
{P}'s play "[{C}, My {N}]" opened in {L}.
""".strip().split("\n")

# What is called after people, by its kind, and where it is named.
NAMESAKES = {
    "LOC": ["Lake {F}", "Mount {F}", "Fort {F}", "{F} County", "{F} River", "{F} Island",
            "Port {F}", "{F} Valley", "Cape {F}", "{F} Falls", "{F} Creek"],
    "ORG": ["{F} University", "{P} Foundation", "{F} High School", "{F} Institute",
            "St. {G}'s Hospital", "{F} College", "{F} Museum", "{P} Center", "{F} Records",
            "{F} Memorial Hospital", "{F} Commission", "{P} Brigade", "{F} Brothers",
            "{G} {F} Quartet", "{F} and Sons", "{G} and the {N}s", "The {F}s", "{F} Rangers"],
    "MISC": ["Hurricane {G}", "Cyclone {G}", "Tropical Storm {G}", "USS {P}", "{F} Prize",
             "{F} Award", "{F} Cup", "{F} Act", "{F} Report", "{F} Trophy", "St. {G}'s Day"],
}
NAMED = """
{X} was named after {P}.
{P} was seen near {X}.
The {X} opened in {4} in {L}.
Officials at {X} said {P} had left.
{P} and the {X} were in the news in {L}.
In {4}, {F} moved to {X}.
{X} is {1} km from {L}.
He was born near {X} and studied in {L}.
It was {F}'s third year at the {X}.
A crowd gathered at {X} on {5} {3}.
{P} won the {X} in {4}.
''{X} is quiet,'' {P} said.
""".strip().split("\n")

NOUNS = """Man Night War House Garden River Child King Widow Road Wind Shadow Secret Death Dream
Winter Stranger Girl Story Song Light Sea Ashes Daughter Face Hunter Blood Tree""".split()

# Tables: the lines before them, and their rows; one of each is chosen.
TABLES = [
    # Results of matches.
    (["{sport} - RESULTS OF {d} LEAGUE MATCHES.\n{l} {4}-{date}\n", "{sport} - RESULTS.\n", "",
      "{l}, {5} {3} (Reuters) - Results of {D} first division matches:\n",
      "Result of a {D} championship match on Friday:\n"],
     ["{T} {0} {T} {0}", "{T} {0}, {T} {0}", "{T} {1} {T} {1}", "{T} {0} {T} {0} (halftime {0}-{0})",
      "{t} {1} {t} {1}", "{t} {0} {t} {0}", "{T} vs {T}", "{T} at {T}", "{t} AT {t}", "{T} v {T}",
      "{T} {1} {0} {0} {0} {1} {1} {1}", "{T} {1} {T} {1} (OT)", "{T} {0} {0} {0} - {0}",
      "{T} - {T} {0}-{0}", "{T} {1} points, {T} {0}"]),
    (["{sport} - {c} {0} {c} {0}.\n{l} {4}-{date}\n", "Group {0}:\n", "{sport} - WORLD CUP QUALIFIERS.\n"],
     ["{C} {0} {C} {0}", "{C} {0}, {C} {0}", "{C} vs {C}", "{C} {0} {0} {0} {0} {0} {0} {0}",
      "{C} beat {C} {0}-{0} (halftime {0}-{0})", "{C} {2} and {2}; {C} {2}", "{C} v {C}"]),
    # Scorers of a match.
    (["{T} {0} {T} {0}\nScorers:\n", "{C} {0} {C} {0}\n"],
     ["{C} - {P} ({1}th minute), {P} ({1}th)", "{C} - {P} {0}, {1}, {F} {1}",
      "Scorers: {P} (22nd minute), {P} (81st)", "Scorers: {P}, {P}",
      "Leading scorers: {T} - {P} {1}, {P} {1}; {T} - {P} {1}", "In {L}:",
      "{T} ({C}) {1} {T} ({C}) {1} (halftime {1}-{1})", "{T} - {P} {1}, {F} {1}", "{T}: {P} ({1}), {F} ({1}pen)",
      "Attendance: {0},{2}", "Scorers: {P} ({1}th minute), {F} ({1}th, {1}th)"]),
    # Tables of a league.
    (["{sport} - STANDINGS AFTER FRIDAY'S GAMES.\n{l} {4}-{date}\nEASTERN DIVISION\nW L PCT GB\n",
      "Standings (tabulated under played, won, drawn, lost, goals for, goals against, points):\n",
      "ATLANTIC DIVISION\nW L T GF GA PTS\n"],
     ["{T} {1} {1} {0} {0} {1} {1} {1}", "{t} {1} {1} .{2} {0}", "{t} {1} {0} {0} {1} {1} {1}",
      "{T} {1} {1} .{2} -"]),
    # Races, golf and tennis.
    (["{sport} - LEADING RESULTS.\n{l} {4}-{date}\n", "Leading placings:\n", "",
      "Results in the [{L} Open] tennis tournament on Sunday (prefix number denotes seeding):\n"],
     ["{0}. {P} ({C}) {6}", "{0}. {P}, {C}, {6}", "{P} ({C}) beat {P} ({C}) 6-3 7-6 (7-4)",
      "{0} - {P} ({C}) beat {P} ({C}) 6-{0} 6-{0}", "{1} {P} ({C}) {1} {1}", "{2} {P} {1} {1} {1}",
      "{2} {P} ({C}) {1} {1} {1} {1}", "{0}. {P} ({C}) {T} {6}", "{0}. {P} ({C}) {0} minutes {1} seconds",
      "{P}, {C}, beat {P}, {C}, by a knockout", "{0}. {C} ({F}, {F}, {F}, {F}) {6}",
      "{0}. {F} {1} points", "{0}. {P} ({C}) {K} {6}", "{1}. {P}"]),
    # Cricket.
    (["CRICKET - {c} V {c} SCOREBOARD.\n{l} {4}-{date}\n{C} first innings\n", "{C} second innings\n",
      "Scoreboard:\n{T} {2}\n"],
     ["{G1}. {F} c {F} b {F} {1}", "{F} lbw b {F} {1}", "{G1}. {F} not out {1}", "{F} run out {1}",
      "Bowling: {F} {1}-{0}-{1}-{0}, {F} {1}-{0}-{1}-{0}, {F} {0}-{0}-{1}-{0}",
      "Fall of wickets: 1-{1} 2-{1} 3-{2}", "{L}: {T} {2} and {2} ({P} {1}, {P} {0}-{1}). {T} {2}.",
      "Did not bat: {G1}. {F}, {F}, {P}", "{G1}. {F} st {F} b {F} {1}",
      "{G1}. {F} c and b {F} {1}", "{G1}. {F} lbw b {F} {0}", "Umpires: {G1}. {F} and {G1}. {F}",
      "{F} {1}-{0}-{1}-{0}", "Extras (lb-{0} nb-{0}) {1}", "{P} b {F} {1}",
      "At {L}: {T} {2} and {2}; {T} {2} ({G1}. {F} {1})", "{C} won by {0} wickets"]),
    # People one under the other.
    (["Present were\n", "Killed were:\n", "Elected:\n", "The new cabinet:\n"],
     ["{W}", "{W}, {L}", "- {W}", "{W} ({L})", "Minister of {M}: {W}", "{M} - {H} {W}"]),
    # Prices, weather, ships, fixtures and votes by place.
    (["{l} {4}-{date}\nCash bids, dlrs per tonne:\n", "Weather conditions - {5} {3}.\n",
      "Cattle roundup:\n", "Spot prices at ports:\n"],
     ["{L} {0}.{1} up {0}", "{L} {1}.{1} dn {0}", "{L} {0}.{1} unch", "{L} not quoted",
      "{L} - fog, visibility {2} metres", "{L}, {L} - snow", "{L}, {L} and {L} - no closures",
      "{L} {1} {1} sunny", "{L} {2} head {1}.{1}-{1}.{1}", "{L} - closed", "{L} rail {0}.{1}"]),
    (["Arrivals and sailings - {L}\n", "Fixtures:\n", "Calendar of events:\n"],
     ["Arrivals: from {L}, from {L} and {L}.", "Sailings: for {L} and {L}.",
      "{5} {3} - {C} v {C} in {L}", "{5} {3} {C} v {C} ({L})", "{3}-{1} {L}, {C} - meeting of {B}",
      "{L} - {D} President {W} visits {L} (to {5} {3})"]),
    (["Results of elections by town:\n", "Offices abroad:\n", "Governors named:\n"],
     ["{L} - {W}, {B}", "{L}: {W}, independent", "{L} - {W}", "{L} - {P}, {B}",
      "{L}: {W} ({B}) {1},{2} votes", "{W} ({L})"]),
    # What the papers say.
    (["PRESS DIGEST - {C} - {5} {3}.\n\n{l} {4}-{date}\n\nThese are the leading stories in the "
      "{D} press on Friday. {B} has not verified these stories.\n\n"],
     ["{b}", "{b}", "- {Y} told farmers in {L} that land would be shared.",
      "- {D} Finance Minister {W} left for {L} to see the {B}. {F} will stop in {L}.",
      "- A bus killed nine people near {L}.", "- {W}'s {K} won in court. {Y} ruled against {B}.",
      "- Teachers in {L} and {L} struck.", "- {K} to buy {K}, chairman {P} said."]),
    # Teams.
    (["Teams:\n", "Squad: ", "Team: ", "Killed: ", "Goalkeepers: ", "Winners: ", ""],
     ["{C}: 1-{P}; 2-{P}, {0}-{F}, 3-{P} (14-{P}, {1}); {1}-{P}, {1}-{P}.",
      "{C} - 1-{P}; 3-{P}, {0}-{P}, 6-{F} ({1}-{P} {1}th); {1}-{F}, 9-{P}.",
      "Team: 15-{P}; 14-{P}, 13-{P}, 12-{P}, 11-{P}", "{T}: {1}-{P}, {1}-{F}, {1}-{P}.",
      "Goalkeepers - {P} ({T}), {F} ({T})", "Forwards - {P} ({T}), {F} ({T}), {P} ({T})",
      "Midfielders: {P}, {F} (both {T}), {P} ({T})", "Referee: {P} ({C})",
      "{C}: {P}, {P}, {P}, {P} ({F} {1})", "{1} - {P}; {1} - {P}; {1} - {P}", "{C} - {1} - {P}; {1} - {P}",
      "{T}: {P}, {F}, {F}; {F}", "{P} ({T}), {P} ({T}), {P} ({T})", "{P}, {P}, {P} and {P}",
      "Defenders: {P} ({T}), {P} ({T})", "{P} ({C}), {P} ({C})"]),
]

HEADLINES = """
{sport} - {c} BEAT {c} IN WORLD CUP QUALIFIER.
{sport} - {f} WINS [{l} OPEN].
{sport} - {t} BEAT {t} {0}-{0}.
{sport} - {f} HOPES TO PLAY FOR {t}.
{sport} - {f} NAMED {c} CAPTAIN.
{sport} - {c} PICK UNCAPPED {f}.
{sport} - {f} LEADS IN {l}.
{sport} - {t} FINE {f}.
{sport} - {t} WIN, {t} LOSE.
{sport} - {c} {2}-{0} V {c}.
{sport} - LEADING RESULTS AT {l}.
{c}'S {f} MEETS {d} LEADERS IN {l}.
{d} PRESIDENT {f} VISITS {c}.
PRESS DIGEST - {c} - {5} {3}.
{k} shares fall in {L}.
{c} SAYS NO TALKS WITH {c}.
{f}, {f} TO MEET IN {l}
{d} TROOPS KILL {0} NEAR {l}.
FOCUS - {k} profits up.
""".strip().split("\n")
