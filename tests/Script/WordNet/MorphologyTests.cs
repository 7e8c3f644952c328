using Reelsmith.Script.WordNet;

namespace Reelsmith.Script.Tests.WordNet;

public sealed class MorphologyTests
{
    [Theory]
    [InlineData("volcanoes", nameof(PartOfSpeech.Noun), "volcano")]
    [InlineData("boxes", nameof(PartOfSpeech.Noun), "box")]
    [InlineData("churches", nameof(PartOfSpeech.Noun), "church")]
    [InlineData("mice", nameof(PartOfSpeech.Noun), "mouse")]
    [InlineData("women", nameof(PartOfSpeech.Noun), "woman")]
    [InlineData("berries", nameof(PartOfSpeech.Noun), "berry")]
    [InlineData("blue whales", nameof(PartOfSpeech.Noun), "blue whale")]
    [InlineData("boxesful", nameof(PartOfSpeech.Noun), "boxful")]
    [InlineData("glass", nameof(PartOfSpeech.Noun), "glass")]
    [InlineData("erupted", nameof(PartOfSpeech.Verb), "erupt")]
    [InlineData("flying", nameof(PartOfSpeech.Verb), "fly")]
    [InlineData("went", nameof(PartOfSpeech.Verb), "go")]
    [InlineData("catches fire", nameof(PartOfSpeech.Verb), "catch fire")]
    [InlineData("largest", nameof(PartOfSpeech.Adjective), "large")]
    [InlineData("better", nameof(PartOfSpeech.Adjective), "better")]
    [InlineData("quickly", nameof(PartOfSpeech.Adverb), "quickly")]
    [InlineData("asdfghs", nameof(PartOfSpeech.Noun), null)]
    public void An_inflected_word_leads_to_its_base_form(string word, string partOfSpeech, string? baseForm) =>
        Assert.Equal(baseForm, InstalledWordNet.Database.BaseForm(word, Enum.Parse<PartOfSpeech>(partOfSpeech)));

    [Theory]
    [InlineData("volcano", "volcanoes")]
    [InlineData("wolf", "wolves")]
    [InlineData("baleen whale", "baleen whales")]
    [InlineData("jellyfish", "jellyfish")]
    [InlineData("berry", "berries")]
    [InlineData("monkey", "monkeys")]
    [InlineData("church", "churches")]
    [InlineData("body of water", "bodies of water")]
    [InlineData("fireman", "firemen")]
    [InlineData("human", "humans")]
    [InlineData("knight-errant", "knight-errants")]
    public void A_noun_gets_its_plural(string noun, string plural) => Assert.Equal(plural, EnglishNouns.Plural(noun));

    [Theory]
    [InlineData("apple", "an apple")]
    [InlineData("banana", "a banana")]
    [InlineData("hour", "an hour")]
    [InlineData("unicorn", "a unicorn")]
    [InlineData("uninhabited island", "an uninhabited island")]
    [InlineData("European country", "a European country")]
    [InlineData("herbivorous dinosaur", "a herbivorous dinosaur")]
    [InlineData("one-humped camel", "a one-humped camel")]
    [InlineData("umbrella", "an umbrella")]
    public void The_indefinite_article_follows_the_sound(string phrase, string expected) => Assert.Equal(expected, EnglishNouns.WithIndefiniteArticle(phrase));

    [Theory]
    [InlineData("have", "has")]
    [InlineData("catch", "catches")]
    [InlineData("fly", "flies")]
    [InlineData("play", "plays")]
    [InlineData("resemble", "resembles")]
    public void A_verb_agrees_with_it(string verb, string expected) => Assert.Equal(expected, EnglishVerbs.ThirdPerson(verb));
}
