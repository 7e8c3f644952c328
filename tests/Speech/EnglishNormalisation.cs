using Reelsmith.Speech.Normalisation;

namespace Reelsmith.Speech.Tests;

public sealed class EnglishNormalisation
{
    [Theory]
    [InlineData("It killed 71,000 people.", "it killed seventy one thousand people", "It killed seventy-one thousand people.")]
    [InlineData("71,000 people died.", "seventy one thousand people died", "Seventy-one thousand people died.")]
    [InlineData("In 1815, Tambora erupted.", "in eighteen fifteen tambora erupted", "In 1815, Tambora erupted.")]
    [InlineData("It was 1905!", "it was nineteen oh five", "It was 1905!")]
    [InlineData("In 2005 and 2010.", "in two thousand five and twenty ten", "In 2005 and 2010.")]
    [InlineData("There were 1500 soldiers.", "there were one thousand five hundred soldiers", "There were one thousand five hundred soldiers.")]
    [InlineData("The 1990s and the ’80s", "the nineteen nineties and the eighties", "The 1990s and the ’80s")]
    [InlineData("From 1914–1918.", "from nineteen fourteen to nineteen eighteen", "From 1914–1918.")]
    [InlineData("The war (1914–18)", "the war nineteen fourteen to eighteen", "The war (1914–18)")]
    [InlineData("In 79 AD it rose.", "in seventy nine A D it rose", "In 79 AD it rose.")]
    [InlineData("The 21st century", "the twenty first century", "The twenty-first century")]
    [InlineData("On July 4, 1776, it began.", "on july fourth seventeen seventy six it began", "On July 4, 1776, it began.")]
    [InlineData("On 4 July 1776", "on fourth july seventeen seventy six", "On 4 July 1776")]
    [InlineData("Due 2024-05-01.", "due may first twenty twenty four", "Due 2024-05-01.")]
    [InlineData("At 3:45 pm or 17:00.", "at three forty five P M or seventeen o'clock", "At 3:45 pm or 17:00.")]
    [InlineData("At 9 a.m. we left.", "at nine A M we left", "At 9 a.m. we left.")]
    [InlineData("About 45% of it, 2.5% more", "about forty five percent of it two point five percent more", "About forty-five percent of it, two point five percent more")]
    [InlineData("It cost $3.2 million.", "it cost three point two million dollars", "It cost three point two million dollars.")]
    [InlineData("It cost $5.50 or £1.", "it cost five dollars fifty or one pound", "It cost five dollars fifty or one pound.")]
    [InlineData("3/4 of it and 2½ cups", "three quarters of it and two and a half cups", "Three quarters of it and two and a half cups")]
    [InlineData("It is 10 km away, 60mph, −40 °C.", "it is ten kilometers away sixty miles per hour minus forty degrees Celsius", "It is ten kilometers away, sixty miles per hour, minus forty degrees Celsius.")]
    [InlineData("An area of 1,350 km².", "an area of one thousand three hundred fifty square kilometers", "An area of one thousand three hundred fifty square kilometers.")]
    [InlineData("10–20 people", "ten to twenty people", "Ten to twenty people")]
    [InlineData("Dr. Smith met St. Paul on Main St. yesterday, e.g. at No. 5.", "doctor smith met saint paul on main street yesterday for example at number five", "Dr. Smith met St. Paul on Main St. yesterday, e.g. at No. five.")]
    [InlineData("Mr. J. R. R. Tolkien", "mister J R R tolkien", "Mr. J. R. R. Tolkien")]
    [InlineData("Chapter IV of Henry VIII, World War II", "chapter four of henry the eighth world war two", "Chapter IV of Henry VIII, World War II")]
    [InlineData("NASA and the USA, U.S. law, TVs", "nasa and the U S A U S law T V's", "NASA and the USA, U.S. law, TVs")]
    [InlineData("AT&T, R&D and rock & roll", "A T and T R and D and rock and roll", "AT&T, R&D and rock & roll")]
    [InlineData("See https://www.example.com/a?b=1 or info@example.org.", "see example dot com or info at example dot org", "See https://www.example.com/a?b=1 or info@example.org.")]
    [InlineData("Fire 🌋🔥 burns", "fire burns", "Fire burns")]
    [InlineData("Cells[1] divide.[2][3] They grow.", "cells divide they grow", "Cells divide. They grow.")]
    [InlineData("A380, H₂O, 007 and COVID-19", "A three eighty H two O zero zero seven and covid nineteen", "A380, H₂O, 007 and COVID-19")]
    [InlineData("café naïve Ærø", "cafe naive aero", "café naïve Ærø")]
    [InlineData("a well-known, and/or ‘odd’ dogs’ tail", "a well known and or odd dogs tail", "a well-known, and/or ‘odd’ dogs’ tail")]
    [InlineData("wait—what… no -- yes", "wait what no yes", "wait—what… no -- yes")]
    [InlineData("2 + 2 = 4, 3 × 4", "two plus two equals four three times four", "Two + two = four, three × four")]
    [InlineData("He said 火山 twice", "he said twice", "He said 火山 twice")]
    [InlineData("Call 555-867-5309 now", "call five five five eight six seven five three zero nine now", "Call 555-867-5309 now")]
    [InlineData("STOP THAT NOW", "stop that now", "STOP THAT NOW")]
    [InlineData("I am a man. A dog.", "i am a man a dog", "I am a man. A dog.")]
    public void Text_is_said_and_shown(string text, string said, string shown)
    {
        var words = SpeechNormaliser.Sentences(text, "en").SelectMany(sentence => sentence.Words).ToList();

        Assert.Equal(said, string.Join(' ', words.Select(word => word.Said)));
        Assert.Equal(shown, string.Concat(words.Select(word => word.Shown + (word.SpaceAfter ? " " : ""))).TrimEnd());
    }

    [Theory]
    [InlineData("Dr. Smith left. He ran.", 2)]
    [InlineData("It costs 3.5 dollars. Cheap!", 2)]
    [InlineData("“Why?” he asked. “Go!”", 2)]
    [InlineData("The U.S. Army and J. Smith, etc. went on. The end.", 2)]
    [InlineData("Take vitamin C. It helps.", 2)]
    [InlineData("First line\n\nSecond line", 2)]
    [InlineData("One line\nthat is wrapped.", 1)]
    [InlineData("Wait… what? Really…", 2)]
    public void Sentences_end_where_they_end(string text, int sentences) =>
        Assert.Equal(sentences, SpeechNormaliser.Sentences(text, "en").Count);

    [Theory]
    [InlineData("")]
    [InlineData("🌋🔥 👩‍👩‍👧")]
    [InlineData("\u0001\u0002 \u200b")]
    [InlineData("— … ***")]
    [InlineData("火山")]
    public void What_has_no_sound_gives_no_sentence(string text) => Assert.Empty(SpeechNormaliser.Sentences(text, "en"));
}
