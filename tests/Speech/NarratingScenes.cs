using System.Threading.Channels;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Speech.Tests;

/// <summary>The command over the bus.</summary>
public sealed class NarratingScenes(SpeechProcess speech) : IClassFixture<SpeechProcess>
{
    [Fact]
    public async Task A_redelivered_command_is_answered_from_the_store()
    {
        var command = new NarrateScene(Guid.NewGuid(), 3, "Volcanoes erupt.", "en", null);

        var first = Assert.IsType<SceneNarrated>(await Answer(command));
        var second = Assert.IsType<SceneNarrated>(await Answer(command));

        Assert.Equal((command.JobId, 3, "en-us-slt"), (first.JobId, first.Scene, first.Narration.Voice));
        Assert.False(first.Cost.Cached);
        Assert.True(second.Cost.Cached);
        Assert.Equal(first.Narration, second.Narration);
    }

    [Theory]
    [InlineData("Hello there.", "en", "en-us-sly", "voice_unknown", "en-us-slt")]
    [InlineData("Hello there.", "en", "espeak-de+x9", "voice_unknown", "espeak-de")]
    [InlineData("Hello there.", "en", "espeak-de", "voice_language", "en-us-slt")]
    [InlineData("🌋🔥", "en", null, "nothing_to_say", "word")]
    [InlineData("Qapla!", "tlh", null, "language_unsupported", "reelsmith voices")]
    [InlineData("火山", "ja", null, "script_unreadable", "kana")]
    public async Task What_cannot_be_spoken_is_refused_with_a_hint(string text, string language, string? voice, string code, string hint)
    {
        var failed = Assert.IsType<StageFailed>(await Answer(new NarrateScene(Guid.NewGuid(), 0, text, language, voice)));

        Assert.Equal(("speech", FailureKind.InvalidInput, code), (failed.Failure.Stage, failed.Failure.Kind, failed.Failure.Code));
        Assert.Contains(hint, failed.Failure.Hint, StringComparison.Ordinal);
    }

    private async Task<JobEvent> Answer(NarrateScene command)
    {
        var bus = speech.Services.GetRequiredService<IBus>();
        var queue = await bus.GetSendEndpoint(Queues.Address(Queues.Speech));
        await queue.Send(command);
        var events = speech.Services.GetRequiredService<Channel<JobEvent>>();
        JobEvent answer;
        do answer = await events.Reader.ReadAsync(TestContext.Current.CancellationToken);
        while (answer.JobId != command.JobId);
        return answer;
    }
}
