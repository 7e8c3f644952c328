using Reelsmith.Script.WordNet;

namespace Reelsmith.Script.Tests.WordNet;

public sealed class WordNetDatabaseTests
{
    [Theory]
    [InlineData("volcano", 0, "noun.object", "a fissure in the earth's crust")]
    [InlineData("Volcano", 1, "noun.object", "a mountain formed by volcanic material")]
    [InlineData("guitar", 0, "noun.artifact", "a stringed instrument usually having six strings")]
    [InlineData("blue whale", 0, "noun.animal", "largest mammal ever known")]
    [InlineData("photosynthesis", 0, "noun.process", "synthesis of compounds")]
    [InlineData("Albert_Einstein", 0, "noun.person", "physicist born in Germany")]
    [InlineData("'hood", 0, "noun.location", "(slang) a neighborhood")]
    [InlineData("zymurgy", 0, "noun.cognition", "the branch of chemistry concerned with fermentation")]
    public void A_noun_has_its_senses_in_the_order_of_the_database(string lemma, int sense, string file, string definition)
    {
        var senses = InstalledWordNet.Database.Senses(lemma, PartOfSpeech.Noun);
        Assert.Equal(file, senses[sense].Synset.File);
        Assert.StartsWith(definition, senses[sense].Synset.Definition, StringComparison.Ordinal);
        Assert.Equal(sense + 1, senses[sense].Number);
    }

    [Theory]
    [InlineData("volcano", nameof(PartOfSpeech.Noun), 0, "volcano%1:17:01::", 1)]
    [InlineData("erupt", nameof(PartOfSpeech.Verb), 0, "erupt%2:30:01::", 6)]
    [InlineData("0", nameof(PartOfSpeech.Adjective), 0, "0%5:00:00:cardinal:00", 3)]
    public void A_sense_has_its_key_and_how_often_it_was_tagged(string lemma, string partOfSpeech, int sense, string key, int tagged)
    {
        var found = InstalledWordNet.Database.Senses(lemma, Enum.Parse<PartOfSpeech>(partOfSpeech)).Single(s => s.Key == key);
        Assert.True(found.Number > sense);
        Assert.Equal(tagged, found.TagCount);
    }

    [Theory]
    [InlineData("asdfgh")]
    [InlineData("")]
    [InlineData("Kubernetes")]
    [InlineData("volcano eruption mountain")]
    public void An_unknown_word_has_no_senses(string word)
    {
        Assert.Empty(InstalledWordNet.Database.Senses(word, PartOfSpeech.Noun));
        Assert.False(InstalledWordNet.Database.IsNoun(word));
    }

    [Fact]
    public void A_gloss_is_split_into_its_definition_and_its_examples()
    {
        var erupt = InstalledWordNet.Database.Senses("erupt", PartOfSpeech.Verb).Single(s => s.Synset.Words.Any(w => w.Text == "extravasate"));
        Assert.Equal("become active and spew forth lava and rocks", erupt.Synset.Definition);
        Assert.Equal(["Vesuvius erupts once in a while"], erupt.Synset.Examples);
    }

    [Fact]
    public void Pointers_lead_to_parts_instances_and_related_words()
    {
        var wordNet = InstalledWordNet.Database;
        var mountain = wordNet.Senses("volcano", PartOfSpeech.Noun)[1].Synset;
        Assert.Contains(wordNet.Related(mountain, Relation.PartMeronym), s => s.Words.Any(w => w.Text == "crater"));
        Assert.Contains(wordNet.Related(mountain, Relation.InstanceHyponym), s => s.Words.Any(w => w.Text == "Vesuvius"));
        Assert.All(wordNet.Related(mountain, Relation.InstanceHyponym), s => Assert.True(s.IsInstance));
    }

    [Theory]
    [InlineData("dog", "canine", "carnivore", "placental", "mammal", "vertebrate", "entity")]
    [InlineData("guitar", "stringed instrument", "musical instrument", "device", "artifact", "entity")]
    public void Everything_a_thing_is_a_kind_of_is_found_nearest_first(string lemma, params string[] above)
    {
        var found = InstalledWordNet.Database.Hypernyms(InstalledWordNet.Database.Senses(lemma, PartOfSpeech.Noun)[0].Synset);
        var places = above.Select(word => found.ToList().FindIndex(s => s.Words.Any(w => w.Text == word))).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Every_listed_noun_is_found()
    {
        var lines = File.ReadLines("/usr/share/wordnet/index.noun").Where(l => !l.StartsWith(' ')).Where((_, i) => i % 997 == 0);
        Assert.All(lines, line => Assert.NotEmpty(InstalledWordNet.Database.Senses(line.Split(' ')[0], PartOfSpeech.Noun)));
    }

    [Fact]
    public void A_folder_without_the_files_is_no_database() => Assert.Throws<FileNotFoundException>(() => new WordNetDatabase(AppContext.BaseDirectory));
}
