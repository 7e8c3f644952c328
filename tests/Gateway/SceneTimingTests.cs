using System.Text.Json;
using FsCheck;
using FsCheck.Xunit;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Timing;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests;

public sealed class SceneTimingTests
{
    private static readonly VideoFormat Thirty = VideoFormat.Default;

    [Theory]
    [InlineData(0, Transition.Dive, 24, 24 + 30 + 11)] // 0.8 s before the first word, whatever its transition says
    [InlineData(1, Transition.Dive, 17, 17 + 30 + 11)] // 0.6 × 20 + 4.5, rounded up; 0.35 s after the last word
    [InlineData(1, Transition.Rise, 17, 17 + 30 + 11)]
    [InlineData(1, Transition.Ridge, 16, 16 + 30 + 11)] // 0.6 × 18 + 4.5
    [InlineData(1, Transition.Cut, 5, 5 + 30 + 11)]
    [InlineData(2, Transition.Cut, 5, 5 + 30 + 45)] // 1.5 s after the film's last word
    public void A_second_of_narration_at_30_frames(int scene, Transition transition, int start, int frames) =>
        Assert.Equal(new SceneTiming(start, frames), SceneTiming.Of(SampleStoryboard.Of(3, _ => transition), scene, 48_000, Thirty));

    [Fact]
    public void A_transition_takes_the_same_time_at_any_rate() =>
        Assert.Equal(2 * 16.5, SceneTiming.Of(SampleStoryboard.Of(3, _ => Transition.Dive), 1, 48_000, Thirty with { FramesPerSecond = 60 }).NarrationStart);

    [Fact]
    public void One_sample_more_than_a_frame_takes_another_frame()
    {
        var storyboard = SampleStoryboard.Of(3);
        Assert.Equal(SceneTiming.Of(storyboard, 1, 48_000, Thirty).Frames + 1, SceneTiming.Of(storyboard, 1, 48_001, Thirty).Frames);
    }

    [Theory]
    [InlineData(10.0, 300)]
    [InlineData(10.02, 301)]
    [InlineData(0.1, 57)] // never shorter than the narration
    public void A_target_length_counts_when_the_narration_fits(double seconds, int frames)
    {
        var storyboard = SampleStoryboard.Of(3);
        storyboard = storyboard with { Scenes = [.. storyboard.Scenes.Select(scene => scene with { Seconds = seconds })] };
        Assert.Equal(frames, SceneTiming.Of(storyboard, 1, 48_000, Thirty).Frames);
    }

    [Property(MaxTest = 500)]
    public void The_storyboard_as_made_gives_the_same_frames_and_the_same_file_again(NonNegativeInt samples, PositiveInt asked, byte rate)
    {
        int[] rates = [1, 12, 15, 24, 25, 30, 48, 50, 60];
        var format = Thirty with { FramesPerSecond = rates[rate % rates.Length] };
        var storyboard = SampleStoryboard.Of(4, n => (Transition)(n % 4));
        storyboard = storyboard with { Scenes = [.. storyboard.Scenes.Select((scene, n) => n % 2 == 0 ? scene : scene with { Seconds = asked.Get / 7.0 })] };
        long[] narrations = [.. Enumerable.Range(0, 4).Select(n => (samples.Get * 131L * (n + 1)) % 2_000_000)];

        var made = TimedStoryboard.Of(storyboard, narrations, format);
        var again = JsonSerializer.Deserialize<Storyboard>(made.Json, ContractsJson.Readable)!;

        Assert.Equal(made.Artifact, TimedStoryboard.Of(again, narrations, format).Artifact);
        for (var n = 0; n < 4; n++) Assert.Equal(SceneTiming.Of(storyboard, n, narrations[n], format), SceneTiming.Of(again, n, narrations[n], format));
    }
}
