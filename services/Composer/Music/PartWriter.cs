namespace Reelsmith.Composer.Music;

/// <summary>Writes the parts of a bed bar by bar.</summary>
internal sealed class PartWriter(Character character, Key key, Random random)
{
    private const int Pad = 0, Halo = 1, Figure = 2, Bass = 3, Melody = 4, Accent = 5;
    private const int PadLow = 50, PadHigh = 74;
    private const int BassLow = 33, BassHigh = 48;
    private const int MelodyLow = 67, MelodyHigh = 84;
    private const int Expression = 11, Volume = 7, Pan = 10, Reverb = 91;

    private readonly List<Score.Note> _notes = [];
    private readonly List<Score.Control> _controls =
    [
        new(Pad, 0, Volume, 84), new(Halo, 0, Volume, 66), new(Figure, 0, Volume, 92), new(Bass, 0, Volume, 88), new(Melody, 0, Volume, 78), new(Accent, 0, Volume, 70),
        new(Pad, 0, Pan, 54), new(Halo, 0, Pan, 74), new(Figure, 0, Pan, 78), new(Bass, 0, Pan, 64), new(Melody, 0, Pan, 48), new(Accent, 0, Pan, 84),
        .. Enumerable.Range(0, 6).Select(channel => new Score.Control(channel, 0, Reverb, channel == Bass ? 30 : 72)),
    ];

    private readonly int _firstVariant = random.Next(4);
    private readonly (double At, double Length)[] _motif = Patterns.Melodies[random.Next(Patterns.Melodies.Length)];
    private readonly int[] _contour = [.. Enumerable.Range(0, 4).Select(_ => random.Next(-2, 3))];
    private readonly Dictionary<int, (double Start, double End)> _held = [];
    private IReadOnlyList<int> _voices = [];
    private int _bass = 40;
    private int _melody = 74;
    private int _bars;

    public void Bar(Bar bar, Bar? next)
    {
        var tones = key.Tones(bar.Chord);
        _voices = Voicing.Nearest(tones, _voices, PadLow, PadHigh);
        Hold(bar.Start, bar.Beats);
        Swell(bar, next);
        var top = Voicing.NearestNote(tones[0], 67, 60, 74);
        Add(Halo, bar.Start, bar.Beats, top, 46);
        Add(Halo, bar.Start, bar.Beats, Voicing.NearestNote(tones[2], 60, 55, 72), 42);
        PlayBass(bar);
        PlayFigure(bar, tones);
        if (bar.Density >= 3) PlayMelody(bar);
        if (bar.Scene) Mark(bar, tones);
        if (next is { Scene: true } && bar.Density > 1) LeadIn(bar, next);
        _bars++;
    }

    /// <summary>The last chord, rolled and left to ring.</summary>
    public void Ending(double beat, double beats)
    {
        var tones = key.Tones(character.Final);
        _voices = Voicing.Nearest(tones, _voices, PadLow, PadHigh);
        Hold(beat, beats);
        Release(beat + beats);
        _bass = Voicing.NearestNote(key.Tonic, _bass, BassLow - 5, BassHigh - 3);
        Add(Bass, beat, beats, _bass, 66);
        Add(Halo, beat, beats, Voicing.NearestNote(key.Tonic, 67, 60, 74), 48);
        var roll = Voicing.Rising(key.Tones(character.Final with { Added = 0 }), FigureLow, 5);
        for (var i = 0; i < roll.Count; i++) Add(Figure, beat + (i * 0.09), beats - (i * 0.09), roll[i], 58 - (2 * i));
        Add(Accent, beat, beats, AccentNote(tones), 44);
        _controls.Add(new(Pad, beat, Expression, 100));
        for (var i = 1; i <= 6; i++) _controls.Add(new(Pad, beat + (beats * i / 7), Expression, 100 - (8 * i)));
    }

    public Score Score(IReadOnlyList<Score.Tempo> tempi) => new(tempi, new Dictionary<int, int>
    {
        [Pad] = character.Band.Pad,
        [Halo] = character.Band.Halo,
        [Figure] = character.Band.Figure,
        [Bass] = character.Band.Bass,
        [Melody] = character.Band.Melody,
        [Accent] = character.Band.Accent,
    }, _notes, _controls);

    private int FigureLow => character.Figuration switch
    {
        Figuration.Ostinato => 48,
        Figuration.Waves => 57,
        Figuration.Picked => 50,
        Figuration.Plucked => 60,
        _ => 55,
    };

    // Voices that stay are held over the bar line, though not for more than two bars: the samples would die away.
    private void Hold(double start, double beats)
    {
        foreach (var pitch in _held.Keys.Except(_voices).ToArray()) End(pitch);
        foreach (var pitch in _voices)
        {
            if (_held.TryGetValue(pitch, out var held) && start + beats - held.Start <= 2 * character.BeatsPerBar + 1) _held[pitch] = (held.Start, start + beats);
            else
            {
                End(pitch);
                _held[pitch] = (start, start + beats);
            }
        }
    }

    private void Release(double beat)
    {
        foreach (var pitch in _held.Keys.ToArray())
        {
            _held[pitch] = (_held[pitch].Start, beat);
            End(pitch);
        }
    }

    private void End(int pitch)
    {
        if (!_held.Remove(pitch, out var held)) return;
        Add(Pad, held.Start, held.End - held.Start + 0.05, pitch, 56);
    }

    // The pad breathes with every bar, and more towards the beginning of a scene.
    private void Swell(Bar bar, Bar? next)
    {
        var (from, to) = bar.Density switch { 1 => (78, 90), 2 => (84, 98), _ => (90, 104) };
        if (next is { Scene: true }) to += 14;
        if (bar.Scene) from += 8;
        const int Steps = 8;
        for (var i = 0; i < Steps; i++)
        {
            var rise = Math.Sin(Math.PI / 2 * i / (Steps - 1));
            _controls.Add(new(Pad, bar.Start + (bar.Beats * i / (double)Steps), Expression, (int)(from + ((to - from) * rise))));
        }
    }

    private void PlayBass(Bar bar)
    {
        _bass = Voicing.NearestNote(key.Bass(bar.Chord), _bass, BassLow, BassHigh);
        if (bar.Density == 1)
        {
            Add(Bass, bar.Start, bar.Beats, _bass, 52);
            return;
        }
        switch (character.Figuration)
        {
            case Figuration.Plucked:
                for (var beat = 0; beat < bar.Beats; beat++)
                {
                    if (beat % 2 == 0) Add(Bass, bar.Start + beat, 0.9, beat % 4 == 0 ? _bass : Fifth(bar), 66);
                }
                break;
            case Figuration.Ostinato:
                for (var half = 0; half < bar.Beats * 2; half++) Add(Bass, bar.Start + (half / 2.0), 0.4, _bass, half % 4 == 0 ? 66 : 50);
                break;
            default:
                var turn = Math.Min(bar.Beats, character.BeatsPerBar == 3 ? 3 : 2.5);
                Add(Bass, bar.Start, turn, _bass, 62);
                if (bar.Beats > turn) Add(Bass, bar.Start + turn, bar.Beats - turn, bar.Density > 2 ? Fifth(bar) : _bass, 52);
                break;
        }
    }

    private int Fifth(Bar bar) => Voicing.NearestNote(key.Tones(bar.Chord)[2], _bass, BassLow, BassHigh);

    private void PlayFigure(Bar bar, IReadOnlyList<int> tones)
    {
        var order = Patterns.Figure(character.Figuration, _firstVariant + bar.Section);
        var notes = Voicing.Rising(tones, FigureLow, 6);
        var shortNotes = character.Figuration is Figuration.Plucked or Figuration.Ostinato;
        for (var eighth = 0; eighth < bar.Beats * 2; eighth++)
        {
            var tone = order[eighth % order.Length];
            if (tone < 0) continue;
            if (bar.Density == 1 && eighth % 4 != 0) continue; // only the skeleton
            var length = bar.Density == 1 ? 2 : shortNotes ? 0.45 : Math.Min(1.5, bar.Beats - (eighth / 2.0));
            var weight = eighth % 8 == 0 ? 8 : eighth % 2 == 0 ? 3 : 0;
            Add(Figure, bar.Start + (eighth / 2.0), length, notes[tone], 46 + weight + (3 * bar.Density));
        }
    }

    // A motif over two bars, then two bars of rest; it comes back on other tones.
    private void PlayMelody(Bar bar)
    {
        var place = _bars % 4;
        if (place > 1) return;
        var origin = place * character.BeatsPerBar;
        var scale = key.ScaleOver(bar.Chord);
        var tones = key.Tones(bar.Chord);
        for (var i = 0; i < _motif.Length; i++)
        {
            var at = _motif[i].At - origin;
            if (at < 0 || at >= bar.Beats) continue;
            var target = Math.Clamp(_melody + (2 * _contour[(i + bar.Section) % _contour.Length]), MelodyLow, MelodyHigh);
            var strong = at % 1 == 0;
            _melody = Enumerable.Range(MelodyLow, MelodyHigh - MelodyLow + 1)
                .Where(n => (strong ? tones : scale).Contains(n % 12))
                .MinBy(n => Math.Abs(n - target) + (n == _melody ? 0.5 : 0));
            Add(Melody, bar.Start + at, Math.Min(_motif[i].Length, bar.Beats - at) * 0.95, _melody, 52);
        }
    }

    private void Mark(Bar bar, IReadOnlyList<int> tones) => Add(Accent, bar.Start, Math.Min(bar.Beats, 3), AccentNote(tones), 50);

    private int AccentNote(IReadOnlyList<int> tones) =>
        character.Figuration == Figuration.Ostinato ? Voicing.NearestNote(tones[0], 42, 36, 48) : Voicing.NearestNote(tones[2], 86, 79, 91);

    // A quiet run in the beat before a scene, up to its chord.
    private void LeadIn(Bar bar, Bar next)
    {
        if (character.Figuration == Figuration.Ostinato) return;
        var run = Voicing.Rising(key.Tones(bar.Chord), 67, 4);
        for (var i = 0; i < run.Count; i++) Add(Accent, next.Start - 1 + (i * 0.25), 0.6, run[i], 34 + (4 * i));
    }

    private void Add(int channel, double start, double length, int pitch, int velocity)
    {
        // Players are never quite together nor quite even.
        var late = channel is Pad or Halo ? 0 : random.NextDouble() * 0.02;
        var touch = random.Next(-4, 5);
        _notes.Add(new Score.Note(channel, start + late, Math.Max(0.1, length - late), pitch, Math.Clamp(velocity + touch, 1, 127)));
    }
}
