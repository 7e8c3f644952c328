using Reelsmith.Script.WordNet;

namespace Reelsmith.Script.Tests.WordNet;

public sealed class GlossTests
{
    [Theory]
    [InlineData("a fissure in the earth's crust (or in the surface of some other planet) through which lava erupts", "a fissure in the earth's crust through which lava erupts")]
    [InlineData("a stringed instrument usually having six strings; played by strumming", "a stringed instrument usually having six strings|played by strumming")]
    [InlineData("a big cat (a feline (of Asia) with stripes) of the jungle", "a big cat of the jungle")]
    [InlineData("sheets etc.", "sheets and so on")]
    [InlineData("fur and no roar: domestic cats; wildcats", "fur and no roar")]
    [InlineData("extinct reptiles including: dinosaurs; pterosaurs", "extinct reptiles")]
    [InlineData("birds and/or fishes", "birds or fishes")]
    public void A_definition_becomes_readable_clauses(string definition, string clauses) => Assert.Equal(clauses.Split('|'), GlossText.Clauses(definition));

    [Theory]
    [InlineData("guitar", 0, "a stringed instrument usually having six strings", nameof(ClauseKind.NounPhrase))]
    [InlineData("guitar", 1, "played by strumming or plucking", nameof(ClauseKind.Description))]
    [InlineData("blue whale", 0, "the largest mammal ever known", nameof(ClauseKind.NounPhrase))]
    [InlineData("photosynthesis", 0, "the synthesis of compounds with the aid of radiant energy", nameof(ClauseKind.NounPhrase))]
    [InlineData("Albert Einstein", 0, "a physicist born in Germany who formulated the special theory of relativity and the general theory of relativity", nameof(ClauseKind.NounPhrase))]
    [InlineData("Nile", 1, "flows northward through eastern Africa into the Mediterranean", nameof(ClauseKind.Action))]
    [InlineData("bird", 0, "warm-blooded egg-laying vertebrates characterized by feathers and forelimbs modified as wings", nameof(ClauseKind.NounPhrase))]
    public void Clauses_get_the_articles_that_glosses_leave_out(string noun, int clause, string text, string kind)
    {
        var concept = new Concepts(InstalledWordNet.Database).Of(InstalledWordNet.Database.Senses(noun, PartOfSpeech.Noun)[0]);
        Assert.Equal(text, concept.Clauses[clause].Text);
        Assert.Equal(kind, concept.Clauses[clause].Kind.ToString());
    }

    [Theory]
    [InlineData("volcano", "a volcano")]
    [InlineData("lava", "lava")]
    [InlineData("water", "water")]
    [InlineData("electricity", "electricity")]
    [InlineData("happiness", "happiness")]
    [InlineData("equipment", "equipment")]
    [InlineData("elephant", "an elephant")]
    [InlineData("orchestra", "an orchestra")]
    [InlineData("rainbow", "a rainbow")]
    [InlineData("Nile", "the Nile")]
    [InlineData("Renaissance", "the Renaissance")]
    [InlineData("Paris", "Paris")]
    [InlineData("World War II", "World War II")]
    public void A_noun_is_spoken_of_with_its_article(string noun, string phrase) =>
        Assert.Equal(phrase, new Concepts(InstalledWordNet.Database).Of(InstalledWordNet.Database.Senses(noun, PartOfSpeech.Noun)[0]).Phrase);

    [Theory]
    [InlineData("a fissure in the earth's crust through which molten lava and gases erupt", 8, "a fissure in the earth's crust")]
    [InlineData("a physical phenomenon associated with stationary electrons and moving protons", 5, null)]
    [InlineData("a kind of fruit", 8, "a kind of fruit")]
    [InlineData("a long linear polymer found in the nucleus of a cell", 6, "a long linear polymer")]
    public void A_phrase_is_only_cut_where_it_stays_whole(string phrase, int words, string? expected) =>
        Assert.Equal(expected, new PhraseCutter(InstalledWordNet.Database).Cut(phrase, words));
}
