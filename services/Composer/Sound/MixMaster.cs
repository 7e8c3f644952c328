using Reelsmith.Composer.Films;

namespace Reelsmith.Composer.Sound;

/// <summary>Finds the levels at which a film's sound has the asked loudness under the asked true peak, by measuring it.</summary>
internal sealed class MixMaster(FilmTimeline timeline, FilmMix mix)
{
    /// <summary>EBU R 128 s2 and the large platforms: −14 LUFS.</summary>
    public const double TargetLoudness = -14;

    private const double MusicUnderVoiceDb = -8.5;
    private const double CloseEnough = 0.12;
    private const int Rounds = 5;

    public MixLevels Measure(double ceilingDb, CancellationToken cancellationToken)
    {
        var (ducking, rawVoice) = ListenToNarration(cancellationToken);
        var voiceGain = Gain(VoiceCompressor.ReferenceLoudness, rawVoice);
        var (voice, music) = ListenToLayers(voiceGain, cancellationToken);
        var reference = double.IsFinite(voice) ? voice + MusicUnderVoiceDb : TargetLoudness;
        var levels = new MixLevels(voiceGain, Gain(reference, music), Gain(TargetLoudness, double.IsFinite(voice) ? voice : reference), ceilingDb, ducking);
        for (var round = 0; round < Rounds; round++)
        {
            var loudness = Loudness(levels, cancellationToken);
            if (!double.IsFinite(loudness) || Math.Abs(loudness - TargetLoudness) < CloseEnough) break;
            levels = levels with { Master = levels.Master * Decibels.ToGain(TargetLoudness - loudness) };
        }
        return levels;
    }

    private static double Gain(double wanted, double measured) => double.IsFinite(measured) ? Decibels.ToGain(wanted - measured) : 1;

    private (Ducking Ducking, double Loudness) ListenToNarration(CancellationToken cancellationToken)
    {
        var meter = new LoudnessMeter();
        var powers = new float[(timeline.Samples + Ducking.HopSamples - 1) / Ducking.HopSamples];
        foreach (var (voice, _, start) in mix.Layers(1, compressed: false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            meter.Add(voice.Span, voice.Span);
            for (var i = 0; i < voice.Length; i++)
            {
                var sample = voice.Span[i];
                powers[(start + i) / Ducking.HopSamples] += sample * sample / Ducking.HopSamples;
            }
        }
        return (new Ducking(powers), meter.Integrated());
    }

    private (double Voice, double Music) ListenToLayers(double voiceGain, CancellationToken cancellationToken)
    {
        var voiceMeter = new LoudnessMeter();
        var musicMeter = new LoudnessMeter();
        float[] left = [];
        float[] right = [];
        foreach (var (voice, music, _) in mix.Layers(voiceGain))
        {
            cancellationToken.ThrowIfCancellationRequested();
            voiceMeter.Add(voice.Span, voice.Span);
            Array.Resize(ref left, voice.Length);
            Array.Resize(ref right, voice.Length);
            for (var i = 0; i < left.Length; i++) (left[i], right[i]) = (music.Span[2 * i], music.Span[(2 * i) + 1]);
            musicMeter.Add(left, right);
        }
        return (voiceMeter.Integrated(), musicMeter.Integrated());
    }

    private double Loudness(MixLevels levels, CancellationToken cancellationToken)
    {
        var meter = new LoudnessMeter();
        foreach (var (left, right) in mix.Blocks(levels))
        {
            cancellationToken.ThrowIfCancellationRequested();
            meter.Add(left.Span, right.Span);
        }
        return meter.Integrated();
    }
}
