using System.Text.Json;

namespace Reelsmith.Contracts.Tests;

public sealed class ContractsJsonTests
{
    private static readonly ArtifactRef Artifact = new(new string('a', 64), "json", 12);
    private static readonly StageCost Cost = new(false, 1.5, 2.5);

    public static TheoryData<object> Contracts =>
    [
        new WriteScript(Guid.Empty, new VideoRequest { Text = Artifact, Captions = false }),
        new NarrateScene(Guid.Empty, 1, "Hello.", "en", null),
        new RenderScene(Guid.Empty, 1, Drawing(1), null, VideoFormat.Default),
        new RenderScene(Guid.Empty, 1, Drawing(1), Drawing(0), VideoFormat.Default),
        new ComposeVideo(Guid.Empty, Artifact, [new ComposedScene(Artifact, 30, new NarrationAudio(Artifact, Artifact, 48_000, "someone"), 5, "motion 1")], VideoFormat.Default),
        new Failure(FailureKind.Transient, "code", "Message.", "Hint."),
        new Source("wordnet", "WordNet 3.0"),
    ];

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_contract_is_read_back_as_it_was_written(object contract)
    {
        var written = JsonSerializer.Serialize(contract, contract.GetType(), ContractsJson.Compact);

        var read = JsonSerializer.Deserialize(written, contract.GetType(), ContractsJson.Compact);

        Assert.Equal(written, JsonSerializer.Serialize(read, contract.GetType(), ContractsJson.Compact));
    }

    public static TheoryData<JobEvent> Events =>
    [
        new JobSubmitted(Guid.Empty, new VideoRequest { Prompt = "A topic" }, DateTimeOffset.UnixEpoch),
        new ScriptWritten(Guid.Empty, Artifact, Cost),
        new SceneNarrated(Guid.Empty, 2, new NarrationAudio(Artifact, Artifact, 48_000, "someone"), Cost),
        new SceneRendered(Guid.Empty, 2, Artifact, "motion 1", Cost),
        new VideoComposed(Guid.Empty, new VideoFiles(Artifact, Artifact, Artifact, Artifact, Artifact, Artifact, Artifact, 300), Cost),
        new StageFailed(Guid.Empty, new Failure(FailureKind.InvalidInput, "code", "Message.", "Hint.", "video", 3)),
        new JobCancelled(Guid.Empty),
    ];

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_read_back_as_what_it_is(JobEvent happened)
    {
        var read = JsonSerializer.Deserialize<JobEvent>(JsonSerializer.Serialize(happened, ContractsJson.Compact), ContractsJson.Compact);

        Assert.Equal(happened, read);
    }

    [Fact]
    public void What_only_the_next_version_knows_is_passed_over()
    {
        var written = JsonSerializer.Serialize<JobEvent>(new SceneRendered(Guid.Empty, 2, Artifact, "motion 1", Cost), ContractsJson.Compact);
        var next = written.Replace("}", ",\"ofTheNextVersion\":[{}]}", StringComparison.Ordinal);

        Assert.Equal(JsonSerializer.Deserialize<JobEvent>(written, ContractsJson.Compact), JsonSerializer.Deserialize<JobEvent>(next, ContractsJson.Compact));
    }

    [Fact]
    public void A_member_that_must_be_there_is_asked_for() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ArtifactRef>("""{"hash":"aa","bytes":1}""", ContractsJson.Compact));

    private static SceneDrawing Drawing(int index) =>
        new(index, new Visual { Template = Template.Statement, Headline = "Hello" }, Transition.Ridge, new Style(), "en", "Hello.", Artifact, 5, 60, false);
}
