using Reelsmith.Script.WordNet;

namespace Reelsmith.Script.Tests.WordNet;

public sealed class TopicReaderTests
{
    [Theory]
    [InlineData("Why do volcanoes erupt?", "volcano", "erupt", "Why do volcanoes erupt?")]
    [InlineData("why does a volcano erupt", "volcano", "erupt", "Why does a volcano erupt?")]
    [InlineData("Tell me about the blue whale", "blue whale", null, "The blue whale")]
    [InlineData("photosynthesis", "photosynthesis", null, "Photosynthesis")]
    [InlineData("Explain photosynthesis in 60 seconds", "photosynthesis", null, "Photosynthesis")]
    [InlineData("How does a guitar work?", "guitar", null, "How does a guitar work?")]
    [InlineData("how do guitars work", "guitar", null, "How do guitars work?")]
    [InlineData("The Renaissance", "Renaissance", null, "The Renaissance")]
    [InlineData("What is a black hole?", "black hole", null, "What is a black hole?")]
    [InlineData("what are black holes", "black hole", null, "What are black holes?")]
    [InlineData("How do birds fly?", "bird", "fly", "How do birds fly?")]
    [InlineData("Why do cats purr?", "cat", "purr", "Why do cats purr?")]
    [InlineData("Why is the sky blue?", "sky", "blue", "Why is the sky blue?")]
    [InlineData("Why is the ocean salty?", "ocean", "salty", "Why is the ocean salty?")]
    [InlineData("Why do leaves change color?", "leaf", "change", "Why do leaves change color?")]
    [InlineData("How do bees make honey?", "bee", null, "How do bees make honey?")]
    [InlineData("How is wine made?", "wine", null, "How is wine made?")]
    [InlineData("How does the heart work?", "heart", null, "How does the heart work?")]
    [InlineData("How do earthquakes happen?", "earthquake", null, "How do earthquakes happen?")]
    [InlineData("What causes tornadoes?", "tornado", null, "What causes tornadoes?")]
    [InlineData("What happens when ice melts?", "ice", "melt", "What happens when ice melts?")]
    [InlineData("Who was Albert Einstein?", "Albert Einstein", null, "Who was Albert Einstein?")]
    [InlineData("Marie Curie", "Marie Curie", null, "Marie Curie")]
    [InlineData("the history of chocolate", "chocolate", null, "Chocolate")]
    [InlineData("A video about elephants", "elephant", null, "Elephants")]
    [InlineData("Make a short video about penguins, please", "penguin", null, "Penguins")]
    [InlineData("make me a 60 second film about steam engines", "steam engine", null, "Steam engines")]
    [InlineData("Facts about octopuses", "octopus", null, "Octopuses")]
    [InlineData("Some interesting facts about sharks", "shark", null, "Sharks")]
    [InlineData("Can you explain gravity to me?", "gravity", null, "Gravity?")]
    [InlineData("I want to learn about jazz", "jazz", null, "Jazz")]
    [InlineData("An introduction to opera", "opera", null, "Opera")]
    [InlineData("Everything about coffee", "coffee", null, "Coffee")]
    [InlineData("The life of Mozart", "Mozart", null, "Mozart")]
    [InlineData("the science of sleep", "sleep", null, "Sleep")]
    [InlineData("The benefits of exercise", "exercise", null, "The benefits of exercise")]
    [InlineData("The invention of the telephone", "telephone", null, "The invention of the telephone")]
    [InlineData("Mount Everest", "Everest", null, "Mount Everest")]
    [InlineData("Ancient Egypt", "Egypt", null, "Ancient Egypt")]
    [InlineData("Bird migration", "migration", null, "Bird migration")]
    [InlineData("What's a penguin?", "penguin", null, "What's a penguin?")]
    [InlineData("the French Revolution", "French Revolution", null, "The French Revolution")]
    [InlineData("Describe democracy", "democracy", null, "Democracy")]
    [InlineData("  the   moon  ", "Moon", null, "The moon")]
    public void The_subject_and_its_predicate_are_found(string prompt, string subject, string? predicate, string title)
    {
        var topic = new TopicReader(InstalledWordNet.Database).Read(prompt);
        Assert.NotNull(topic);
        Assert.Contains(topic.Subject.Sense.Synset.Words, w => w.Text.Equals(subject, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(predicate, topic.Predicate?.Word);
        Assert.Equal(title, topic.Title);
    }

    [Theory]
    [InlineData("dogs vs cats", "dog", "cat")]
    [InlineData("Tea vs. coffee", "tea", "coffee")]
    [InlineData("What is the difference between a crocodile and an alligator?", "crocodile", "alligator")]
    [InlineData("compare violins and cellos", "violin", "cello")]
    [InlineData("the sun versus the moon", "sun", "moon")]
    public void Both_sides_of_a_comparison_are_found(string prompt, string first, string second)
    {
        var topic = new TopicReader(InstalledWordNet.Database).Read(prompt);
        Assert.NotNull(topic);
        Assert.Equal(first, topic.Subject.Sense.Word, ignoreCase: true);
        Assert.Equal(second, topic.Other?.Sense.Word, ignoreCase: true);
    }

    [Theory]
    [InlineData("Why do we sleep?", "sleep", "we")]
    [InlineData("Why do people laugh?", "laugh", "people")]
    public void An_activity_is_a_subject_too(string prompt, string activity, string actor)
    {
        var topic = new TopicReader(InstalledWordNet.Database).Read(prompt);
        Assert.NotNull(topic);
        Assert.Equal(activity, topic.Subject.Sense.Word);
        Assert.Equal(actor, topic.Actor);
    }

    [Theory]
    [InlineData("Why do volcanoes erupt?", "erupt", "become active and spew forth lava and rocks")]
    [InlineData("How do birds fly?", "fly", "travel through the air")]
    [InlineData("Why is the ocean salty?", "salty", "containing or filled with salt")]
    [InlineData("Why is the sky blue?", "blue", "of the color intermediate between green and violet")]
    public void A_predicate_is_meant_in_the_sense_that_fits_its_subject(string prompt, string word, string definition)
    {
        var predicate = new TopicReader(InstalledWordNet.Database).Read(prompt)!.Predicate!;
        Assert.Equal(word, predicate.Word);
        Assert.Contains(definition, predicate.Synset.Definition, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How do plants grow?", "noun.Tops")]
    [InlineData("octopuses", "noun.animal")]
    [InlineData("chess", "noun.act")]
    [InlineData("jazz", "noun.communication")]
    [InlineData("How does the heart work?", "noun.body")]
    [InlineData("python", "noun.animal")]
    [InlineData("Java", "noun.location")]
    public void An_ambiguous_word_is_meant_as_most_people_mean_it(string prompt, string file) =>
        Assert.Equal(file, new TopicReader(InstalledWordNet.Database).Read(prompt)!.Subject.Sense.Synset.File);

    [Theory]
    [InlineData("Kubernetes operators")]
    [InlineData("asdfgh")]
    [InlineData("my grandmother Anna")]
    [InlineData("quantum chromodynamics in Rust")]
    [InlineData("machine learning")]
    [InlineData("a thing")]
    [InlineData("the best way to do things")]
    [InlineData("How to make bread")]
    [InlineData("the way of the time of the thing")]
    [InlineData("the life of Anna Kowalski")]
    [InlineData("?")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("the")]
    [InlineData("火山为什么会爆发")]
    [InlineData("😀😀")]
    public void A_topic_that_WordNet_does_not_know_is_none(string prompt) => Assert.Null(new TopicReader(InstalledWordNet.Database).Read(prompt));
}
