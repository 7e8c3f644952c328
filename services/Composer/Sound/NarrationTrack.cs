using Reelsmith.Composer.Films;
using Reelsmith.Contracts;

namespace Reelsmith.Composer.Sound;

/// <summary>The narration of the whole film, mono, as one stream of exactly the film's samples: each scene's audio stands at its
/// sample, silence between.</summary>
/// <param name="files">A WAV file a scene.</param>
internal sealed class NarrationTrack(FilmTimeline timeline, IReadOnlyList<string> files) : IDisposable
{
    private long _position;
    private int _scene;
    private WavReader? _reader;

    /// <summary>Fills the span with the next samples; fewer only at the film's end.</summary>
    public int Read(Span<float> samples)
    {
        var count = (int)Math.Min(samples.Length, timeline.Samples - _position);
        samples = samples[..count];
        samples.Clear();
        var end = _position + count;
        while (_scene < timeline.Scenes.Count && timeline.Scenes[_scene].SpeechStart < end)
        {
            var span = timeline.Scenes[_scene];
            if (span.SpeechEnd > span.SpeechStart)
            {
                _reader ??= Open(_scene);
                var from = Math.Max(span.SpeechStart, _position);
                var to = Math.Min(span.SpeechEnd, end);
                _reader.Read(samples[(int)(from - _position)..(int)(to - _position)]);
            }
            if (span.SpeechEnd > end) break;
            _reader?.Dispose();
            _reader = null;
            _scene++;
        }
        _position = end;
        return count;
    }

    public void Dispose() => _reader?.Dispose();

    private WavReader Open(int scene)
    {
        var reader = new WavReader(files[scene]);
        var span = timeline.Scenes[scene];
        if (reader.Channels == 1 && reader.Frames == span.SpeechEnd - span.SpeechStart) return reader;
        reader.Dispose();
        throw new ReelsmithException(new Failure(FailureKind.Internal, "narration_length",
            $"The narration of scene {scene + 1} has {reader.Channels} channels of {reader.Frames} samples where one of {span.SpeechEnd - span.SpeechStart} was announced.",
            "This is a fault in Reelsmith; please report it with this message.", Scene: scene));
    }
}
