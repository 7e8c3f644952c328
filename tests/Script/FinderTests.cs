using Reelsmith.Script.Documents;
using Reelsmith.Script.Languages;
using Reelsmith.Script.Headlines;
using Reelsmith.Script.Pictures;
using Reelsmith.Script.Scenes;
using Reelsmith.Script.WordNet;

namespace Reelsmith.Script.Tests;

public sealed class FinderTests : IDisposable
{
    private readonly WordNetDatabase _database = WordNetDatabase.Find();

    [Theory]
    [InlineData("en", "Brazil grows 35 percent of the world total.", "35", "%", "of the world total")]
    [InlineData("en", "It cost $3.2 million to build.", "$3.2", "million", null)]
    [InlineData("en", "The world produced 10.3 million tonnes of green coffee that year.", "10.3", "million tonnes", "of green coffee")]
    [InlineData("en", "There are about 1,350 active volcanoes in the world.", "1,350", null, "active volcanoes in the world")]
    [InlineData("en", "The mountain is 3,776 metres high.", "3,776", "metres", "The mountain")]
    [InlineData("en", "Lava is as hot as 1,200 °C when it comes out.", "1,200", "°C", null)]
    [InlineData("de", "Sie bestäuben rund 80 Prozent aller Nutzpflanzen.", "80", "%", "aller Nutzpflanzen")]
    [InlineData("zh", "地球上约有1350座活火山。", "1350", "座", "活火山")]
    [InlineData("zh", "海洋覆盖了地球表面的71%。", "71", "%", null)]
    public void A_figure_is_found_with_what_it_counts(string language, string text, string value, string? unit, string? label)
    {
        var (figure, _) = FigureFinder.Find(text, language)!.Value;
        Assert.Equal((value, unit), (figure.Value, figure.Unit));
        if (label is not null) Assert.Equal(label, figure.Label);
    }

    [Theory]
    [InlineData("en", "In 1906 the city burned.")]
    [InlineData("en", "He was born on 12 May and died in 2004.")]
    [InlineData("en", "They met at 10:30 in room 5.")]
    [InlineData("en", "There are 3 reasons.")]
    [InlineData("en", "Apollo 11 landed on the Moon.")]
    [InlineData("en", "From 1914 to 1918 there was war.")]
    [InlineData("zh", "1969年，人类登上了月球。")]
    [InlineData("de", "Am 20. Mai feiert die Welt den Tag der Biene.")]
    public void Years_dates_times_and_small_counts_are_no_figures(string language, string text) => Assert.Null(FigureFinder.Find(text, language));

    [Theory]
    [InlineData("en", "\"I am sure that they are sour,\" said the Fox.", "I am sure that they are sour", "The Fox")]
    [InlineData("en", "\"Coffee is a language in itself,\" said Jackie Chan. Doctors agree.", "Coffee is a language in itself", "Jackie Chan")]
    [InlineData("en", "Albert Einstein said: “Imagination is more important than knowledge.”", "Imagination is more important than knowledge.", "Albert Einstein")]
    [InlineData("en", "“I do not know what to do now,” he said.", "I do not know what to do now", null)]
    [InlineData("zh", "愚公叹了口气说：“你太顽固了，连孩子都不如。”", "你太顽固了，连孩子都不如。", "愚公")]
    public void A_quotation_is_found_with_who_says_it(string language, string text, string words, string? speaker)
    {
        var quoted = QuotationFinder.Find(text, language);
        Assert.Equal(new Quoted(words, speaker), quoted);
    }

    [Theory]
    [InlineData("He called it a \"black swan\" and left.")]
    [InlineData("Nobody said a word about it in the house that day.")]
    public void A_few_words_in_quotes_are_no_quotation(string text) => Assert.Null(QuotationFinder.Find(text, "en"));

    [Theory]
    [InlineData("There are three main steps: picking the ripe cherries, drying the beans, and roasting them.", "Picking the ripe cherries|Drying the beans|Roasting them")]
    [InlineData("The island has palm trees, white beaches and old temples.", "Palm trees|White beaches|Old temples")]
    [InlineData("First, boil the water. Second, add the tea. Third, wait four minutes.", "Boil the water|Add the tea|Wait four minutes")]
    [InlineData("Remember:\n\n- **Speed**: half the time\n- **Search**: by customer\n- **Export**: one click", "Speed|Search|Export")]
    public void An_enumeration_becomes_points_in_the_order_spoken(string text, string titles)
    {
        var scene = new SceneText(DocumentReader.Read(text, "en").Sentences, false, false);
        var found = Points("en").Find(scene);
        Assert.NotNull(found);
        Assert.Equal(titles.Split('|'), found.Value.Points.Select(p => p.Title));
        var at = found.Value.Points.Select(p => scene.Narration.IndexOf(p.SpokenAt!, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, at);
        Assert.Equal(at.Order(), at);
    }

    [Fact]
    public void A_chinese_series_becomes_points()
    {
        var scene = new SceneText(DocumentReader.Read("森林里住着狐狸、兔子和小熊。", "zh").Sentences, false, false);
        Assert.Equal(3, Points("zh").Find(scene)?.Points.Count);
    }

    [Fact]
    public void An_ordinary_sentence_is_no_list()
    {
        var scene = new SceneText(DocumentReader.Read("He came home, sat down, and she looked at him for a long time.", "en").Sentences, false, false);
        Assert.Null(Points("en").Find(scene));
    }

    private PointsFinder Points(string language)
    {
        var terms = new Terms(language);
        var lexicon = new EnglishLexicon(language == "en" ? _database : null);
        return new PointsFinder(language, terms, lexicon, new KeywordPicker(language, terms, new Salience([], terms, lexicon), lexicon));
    }

    public void Dispose() => _database.Dispose();
}
