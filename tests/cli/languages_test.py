#!/usr/bin/env python3
"""Stories of many languages, found by other forms of their words."""
import unittest

from broadsheet import ArchiveTest, run

# Language, text, and what finds it: query and the words to be marked. The
# language is not declared: it is detected.
STORIES = [
    ("en", "The ministers were discussing new taxes on the harbours when the "
     "strikes began, the newspapers of the capital reported on Monday.",
     [("minister", "ministers"), ("tax harbour", "taxes"),
      ("NEWSPAPER", "newspapers")]),
    ("de", "Die Regierung hat gestern neue Häuser für die Flüchtlinge in der "
     "Bahnhofstraße eröffnet. Viele Bürger aus München kamen zur Feier.",
     [("haus", "Häuser"), ("bahnhofstrasse", "Bahnhofstraße"),
      ("BAHNHOFSTRASSE", "Bahnhofstraße"), ("flüchtling", "Flüchtlinge"),
      ("Muenchen", "München"), ("buerger", "Bürger"), ("Munchen", "München"),
      ("burger", "Bürger")]),
    ("fr", "Les journalistes ont présenté hier soir les nouvelles découvertes "
     "des chercheurs à la ministre de l’Éducation nationale à Lyon.",
     [("chercheur", "chercheurs"), ("découverte", "découvertes"),
      ("education", "Éducation"), ("\"de l'éducation\"", "Éducation")]),
    ("es", "Los trabajadores de las fábricas iniciaron una huelga por los "
     "salarios atrasados, según informó ayer el sindicato de la región.",
     [("trabajador", "trabajadores"), ("fabrica", "fábricas"),
      ("salario", "salarios"), ("sindicatos", "sindicato")]),
    ("it", "I pescatori del porto hanno protestato contro le nuove regole "
     "europee sulle reti da pesca, ha detto il presidente della regione.",
     [("pescatore", "pescatori"), ("regola", "regole")]),
    ("pt", "Os agricultores do interior pediram ajuda ao governo depois das "
     "chuvas que destruíram as plantações de café na região no verão passado.",
     [("agricultor", "agricultores"), ("chuva", "chuvas")]),
    ("nl", "De boeren blokkeerden gisteren de snelwegen met hun tractoren uit "
     "protest tegen de nieuwe regels van de overheid over de stikstof.",
     [("snelweg", "snelwegen"), ("regel", "regels")]),
    ("sv", "Fiskarna i hamnen kräver högre priser för sina fångster efter den "
     "hårda vintern, säger ordföranden för föreningen i Göteborg.",
     [("hamn", "hamnen"), ("fångst", "fångster"), ("goteborg", "Göteborg")]),
    ("da", "Landmændene kræver højere priser for mælken, fordi udgifterne er "
     "steget meget i løbet af året, siger formanden for foreningen i Aarhus.",
     [("pris", "priser"), ("formand", "formanden")]),
    ("no", "Fiskerne krever høyere priser for fangstene etter den harde "
     "vinteren, sier lederen av foreningen, og han får støtte fra regjeringen.",
     [("fangst", "fangstene"), ("leder", "lederen")]),
    ("fi", "Kalastajat vaativat korkeampia hintoja saaliistaan kovan talven "
     "jälkeen, kertoi yhdistyksen puheenjohtaja eilen satamissa.",
     [("satama", "satamissa"), ("kalastaja", "Kalastajat")]),
    ("hu", "A munkások sztrájkba léptek a gyárakban az alacsony bérek miatt, "
     "közölte tegnap a szakszervezet vezetője a budapesti újságírókkal.",
     [("munkás", "munkások"), ("gyár", "gyárakban")]),
    ("ro", "Muncitorii fabricii au declarat grevă din cauza salariilor mici, "
     "a anunțat ieri sindicatul, iar ziarele au publicat lista cererilor.",
     [("muncitor", "Muncitorii"), ("sindicat", "sindicatul")]),
    ("ru", "Рабочие завода объявили забастовку из-за задержки зарплаты, "
     "сообщили вчера журналисты. Директор приехал на новогоднюю ёлку.",
     [("завод", "завода"), ("забастовка", "забастовку"),
      ("журналист", "журналисты"), ("елку", "ёлку"), ("ДИРЕКТОР", "Директор")]),
    ("tr", "Hükümet, işçilerin ücretlerini artırmak için yeni bir yasa "
     "hazırlıyor. IRAK sınırındaki köylerde yaşayan KADINLAR toplandı.",
     [("köy", "köylerde"), ("kadın", "KADINLAR"), ("ırak", "IRAK"),
      ("irak", "IRAK"), ("hükümetin", "Hükümet")]),
    ("ar", "أعلنت الحكومة المصرية عن مشاريع جديدة لتطوير المدارس في القاهرة، "
     "وقال الوزير إن المعلمين سيحصلون على رواتب أفضل في العام المقبل.",
     [("حكومة", "الحكومة"), ("وزير", "الوزير"), ("القاهره", "القاهرة"),
      ("معلم", "المعلمين"), ("اعلنت", "أعلنت")]),
    ("zh", "中国总理昨天在北京会见了外国记者，讨论了经济改革的问题。"
     "他说，政府将继续支持上海的发展。",
     [("北京", "北京"), ("经济改革", "经济改革"), ("\"北京会见\"", "北京会见"),
      ("北京 NEAR/12 经济", "北京"), ("总理 ADJ/15 记者", "记者"),
      ("经济*", "经济")]),
    ("ja", "東京都の知事は新しい地下鉄の計画について記者会見で説明しました。"
     "コンピューターによる管理も始まるという。",
     [("地下鉄", "地下鉄"), ("コンピューター", "コンピューター"),
      ("地下鉄 NEAR/10 計画", "計画"), ("\"記者会見\"", "記者会見")]),
    ("ko", "대통령이 어제 서울에서 기자들과 만나 새로운 경제 정책을 발표했다. "
     "정부는 내년에 세금을 낮추겠다고 밝혔다.",
     [("대통령", "대통령"), ("서울", "서울"), ("\"경제 정책\"", "정책"),
      ("기자 NEAR/10 경제", "기자"), ("정책*", "정책")]),
    ("th", "นายกรัฐมนตรีประกาศแผนพัฒนาเศรษฐกิจใหม่ที่กรุงเทพมหานครเมื่อวานนี้ "
     "และกล่าวว่ารัฐบาลจะสนับสนุนเกษตรกร",
     [("เศรษฐกิจ", "เศรษฐกิจ"), ("กรุงเทพ", "กรุงเทพ"),
      ("นายกรัฐมนตรี", "นายกรัฐมนตรี")]),
    ("el", "Η κυβέρνηση ανακοίνωσε χθες νέα μέτρα για τους αγρότες, ενώ ο "
     "πρωθυπουργός συναντήθηκε με τους δημοσιογράφους στην Αθήνα.",
     [("κυβερνηση", "κυβέρνηση"), ("ΠΡΩΘΥΠΟΥΡΓΟΣ", "πρωθυπουργός"),
      ("αγροτες", "αγρότες")]),
    ("he", "הממשלה הודיעה אתמול על תוכנית חדשה לפיתוח בתי הספר בירושלים, "
     "ושר החינוך אמר כי המורים יקבלו שכר גבוה יותר בשנה הבאה.",
     [("הממשלה", "הממשלה"), ("בירושלים", "בירושלים")]),
    ("hi", "प्रधानमंत्री ने कल दिल्ली में नई आर्थिक नीति की घोषणा की और कहा कि "
     "सरकार किसानों की मदद करेगी।",
     [("दिल्ली", "दिल्ली"), ("\"आर्थिक नीति\"", "नीति")]),
    ("id", "Pemerintah mengumumkan pembangunan jalan baru di daerah itu, kata "
     "menteri kepada para wartawan di ibu kota pada hari Senin kemarin.",
     [("umum", "mengumumkan"), ("bangun", "pembangunan")]),
]


class LanguagesTest(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.write_dump("a.jsonl", [
            {"id": code, "headline": code, "text": text, "source": "t"}
            for code, text, _ in STORIES])
        self.rebuild()

    def test_languages_are_detected(self):
        for code, _, _ in STORIES:
            with self.subTest(code):
                self.assertEqual(self.ids(f"lang:{code}"), [f"t:{code}"])

    def test_each_story_is_found_by_other_forms_and_marked(self):
        for code, _, queries in STORIES:
            for query, marked in queries:
                with self.subTest(f"{code}: {query}"):
                    self.check(code, query, marked)

    def check(self, code, query, marked):
        found = run("searcher", "find", "--db", self.db, "--format", "json",
                    query)
        hits = {hit["id"]: hit["snippet"] for hit in found.json["hits"]}
        self.assertIn(f"t:{code}", hits)
        snippet = hits[f"t:{code}"]
        text = snippet["text"].encode()
        marks = [text[a:b].decode() for a, b in snippet["marks"]]
        self.assertIn(marked, marks)

    def test_the_few_of_no_known_language_are_found_as_english(self):
        self.write_dump("b.jsonl", [
            {"id": f"en{number}", "source": "t", "language": "en",
             "text": f"The harbour was quiet on day {number}, they said."}
            for number in range(150)] + [
            {"id": "brief", "source": "t", "text": "Zeppelins!"}])
        self.update()
        self.assertEqual(self.ids("lang:und"), ["t:brief"])
        self.check("brief", "zeppelin", "Zeppelins")

    def test_numbers_and_acronyms_are_of_every_language(self):
        self.write_dump("b.jsonl", [
            {"id": "few", "source": "t", "language": "ca",
             "text": "El 747 de la U.S. Navy va costar 1,750 lliures."}] + [
            {"id": f"many{number}", "source": "t", "language": "en",
             "text": "The 747 of the U.S. Navy cost 1,750 pounds."}
            for number in range(150)])
        self.update()
        for query in ("747", "u.s", "1750", "body:747", "747 u.s 1,750"):
            with self.subTest(query):
                self.assertEqual(len(self.ids(query, "--limit", "200")), 151)
                self.assertIn("t:few", self.ids(query, "--limit", "200"))

    def test_a_name_in_two_scripts(self):
        self.write_dump("b.jsonl", [
            {"id": "mixed", "headline": "Tencent", "source": "t",
             "text": "The company Tencent 腾讯 of 深圳 said WeChat微信 grew."}])
        self.update()
        for query in ("腾讯", "tencent 深圳", "wechat", "微信",
                      "tencent ADJ/2 腾讯"):
            with self.subTest(query):
                self.assertEqual(self.ids(query), ["t:mixed"])

    def test_what_stands_otherwise_is_not_found(self):
        for query in ("京北", "会北京", "\"改革经济\"", "령대통"):
            with self.subTest(query):
                self.assertEqual(self.ids(query), [])


if __name__ == "__main__":
    unittest.main()
