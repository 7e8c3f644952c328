using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.NoOpServer;

/// <summary>Stages that do nothing, as slowly as they are told to; prompts decide which of them refuse.</summary>
internal sealed class NoOpStages(NoOpSettings settings)
{
    /// <summary>A prompt that begins with this fails in the script stage.</summary>
    public const string RefusedByScript = "Refused by the script stage";

    /// <summary>A prompt that begins with this fails in the video stage.</summary>
    public const string RefusedByVideo = "Refused by the video stage";

    /// <summary>A prompt that begins with this becomes two scenes; others become one.</summary>
    public const string TwoScenes = "A film of two scenes about";

    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(100);

    /// <summary>Set once the server is built.</summary>
    public IBus? Bus { get; set; }

    public FakeStages Stages() => new()
    {
        Remembers = false,
        AtOnce = settings.AtOnce,
        StoryboardOf = settings.SameStoryboard ? null : request => StoryboardOf(request.Prompt!),
        Storyboard = SampleStoryboard.Of(1),
        Before = Work,
        Queues = settings.Stages?.Split(','),
    };

    private static Storyboard StoryboardOf(string prompt)
    {
        var sample = SampleStoryboard.Of(prompt.StartsWith(TwoScenes, StringComparison.Ordinal) ? 2 : 1);
        return sample with { Scenes = [.. sample.Scenes.Select((scene, n) => scene with { Narration = n == 0 ? prompt : $"{prompt}, continued" })] };
    }

    private async Task Work(object command, CancellationToken cancellationToken)
    {
        if (settings.WorkMilliseconds > 0) await Task.Delay(Random.Shared.Next(settings.WorkMilliseconds), cancellationToken);
        switch (command)
        {
            case WriteScript { Request.Prompt: { } prompt } when prompt.StartsWith(RefusedByScript, StringComparison.Ordinal):
                throw ReelsmithException.InvalidInput("refused", "The script stage refuses this prompt.", "Send another.");
            case RenderScene { Drawing.Narration: var told } when told.StartsWith(RefusedByVideo, StringComparison.Ordinal):
                throw ReelsmithException.InvalidInput("refused", "The video stage refuses this scene.", "Send another.");
            case RenderScene render:
                await Draw(render, cancellationToken);
                break;
        }
    }

    private async Task Draw(RenderScene render, CancellationToken cancellationToken)
    {
        var steps = settings.DrawMilliseconds / (int)BetweenReports.TotalMilliseconds;
        for (var step = 0; step < steps; step++)
        {
            await Bus!.Publish(new StageProgressed(render.JobId, "video", render.Scene, (double)step / steps), cancellationToken);
            await Task.Delay(BetweenReports, cancellationToken);
        }
    }
}
