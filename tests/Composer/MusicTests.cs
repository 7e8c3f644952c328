using FsCheck.Xunit;
using Reelsmith.Composer.Music;

namespace Reelsmith.Composer.Tests;

public sealed class MusicTests
{
    private static readonly double[] Starts = [5.2, 12.1, 21.3, 32.4, 38.6, 46.2, 55.1];

    public static TheoryData<string> Characters => [.. Character.Names];

    [Theory]
    [MemberData(nameof(Characters))]
    public void The_last_chord_is_the_tonic_and_falls_where_the_film_ends(string name)
    {
        var character = Character.Find(name)!;

        var score = MusicBed.Compose(character, 5, Starts, 60);

        var last = score.Notes.Max(n => n.Start);
        var chord = score.Notes.Where(n => n.Start + n.Length > last + 0.5).ToArray();
        Assert.Equal(60 - 4.5, SecondsAt(score, chord.Where(n => n.Channel == 3).Max(n => n.Start)), 0.1);
        Assert.Equal(60, SecondsAt(score, chord.Max(n => n.Start + n.Length)), 0.2);
        Assert.Contains(TonicOf(character, 5), chord.Select(n => n.Pitch % 12));
        Assert.Equal(TonicOf(character, 5), chord.MinBy(n => n.Pitch)!.Pitch % 12);
    }

    [Theory]
    [MemberData(nameof(Characters))]
    public void Every_note_belongs_to_the_key(string name)
    {
        var character = Character.Find(name)!;
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var tonic = TonicOf(character, seed);
            int[] allowed = [.. character.Scale.Steps.Append(character.Scale.LeadingTone).Select(s => (tonic + s) % 12)];

            var score = MusicBed.Compose(character, seed, Starts, 60);

            Assert.All(score.Notes, n => Assert.Contains(n.Pitch % 12, allowed));
        }
    }

    [Theory]
    [MemberData(nameof(Characters))]
    public void The_chords_never_stop_before_the_end(string name)
    {
        var score = MusicBed.Compose(Character.Find(name)!, 9, Starts, 60);

        var sounding = 0d;
        foreach (var note in score.Notes.Where(n => n.Channel == 0).OrderBy(n => n.Start))
        {
            Assert.True(note.Start <= sounding + 0.1, $"nothing sounds before beat {note.Start}");
            sounding = Math.Max(sounding, note.Start + note.Length);
        }
    }

    [Fact]
    public void Seeds_and_characters_make_different_pieces_and_the_same_seed_the_same()
    {
        var pieces = Character.Names.SelectMany(name => Enumerable.Range(1, 4).Select(seed => Convert.ToHexString(MidiFile.Of(MusicBed.Compose(Character.Find(name)!, seed, Starts, 60))))).ToArray();

        Assert.Equal(pieces.Length, pieces.Distinct().Count());
        Assert.Equal(MidiFile.Of(MusicBed.Compose(Character.Find("calm")!, 1, Starts, 60)), MidiFile.Of(MusicBed.Compose(Character.Find("calm")!, 1, Starts, 60)));
    }

    [Theory]
    [MemberData(nameof(Characters))]
    public void Voices_move_by_small_steps(string name)
    {
        var character = Character.Find(name)!;
        var key = new Key(0, character.Scale);
        IReadOnlyList<int> before = [];
        foreach (var chord in character.Phrases.SelectMany(p => p))
        {
            var voices = Voicing.Nearest(key.Tones(chord), before, 50, 74);

            Assert.Equal(4, voices.Count);
            Assert.True(key.Tones(chord).All(t => voices.Any(v => v % 12 == t)), $"a tone of {chord} is missing");
            if (before.Count == 4) Assert.True(voices.Zip(before, (a, b) => Math.Abs(a - b)).Average() <= 4.5, $"{string.Join(' ', before)} to {string.Join(' ', voices)}");
            before = voices;
        }
    }

    [Property]
    public bool Beats_fill_the_time_and_tempo_bends_little(byte[] lengths)
    {
        var starts = new List<double>();
        var at = 0d;
        foreach (var length in lengths.Take(60))
        {
            at += 2 + (length / 20.0);
            starts.Add(at);
        }
        var end = at + 12;

        var spans = BeatGrid.Fit(starts, end, 60 / 76.0);

        return Math.Abs(spans.Sum(s => s.Seconds) - end) < 1e-6
            && spans.Zip(spans.Skip(1)).All(p => p.Second.FirstBeat == p.First.FirstBeat + p.First.Beats)
            && spans.All(s => Math.Abs(s.SecondsPerBeat * 76 / 60 - 1) < 0.06);
    }

    [Theory]
    [InlineData(16, 4, "4 4 4 4")]
    [InlineData(17, 4, "4 4 4 5")]
    [InlineData(18, 4, "4 4 4 4 2")]
    [InlineData(7, 3, "3 4")]
    [InlineData(1, 4, "1")]
    public void Bars_fill_a_scene(int beats, int perBar, string expected) => Assert.Equal(expected, string.Join(' ', Form.BarLengths(beats, perBar)));

    [Theory]
    [InlineData(0.8)]
    [InlineData(3)]
    [InlineData(600)]
    public void Films_of_any_length_get_music_to_their_end(double seconds)
    {
        foreach (var name in Character.Names)
        {
            var score = MusicBed.Compose(Character.Find(name)!, 3, [.. Enumerable.Range(1, (int)(seconds / 8)).Select(i => i * 8.0)], seconds);

            Assert.Equal(seconds, SecondsAt(score, score.Notes.Where(n => n.Channel == 0).Max(n => n.Start + n.Length)), 0.3);
        }
    }

    private static int TonicOf(Character character, int seed) => character.Tonics[new Random(seed).Next(character.Tonics.Count)];

    private static double SecondsAt(Score score, double beat)
    {
        var seconds = 0d;
        for (var i = 0; i < score.Tempi.Count; i++)
        {
            var until = i + 1 < score.Tempi.Count ? Math.Min(score.Tempi[i + 1].Beat, beat) : beat;
            if (until > score.Tempi[i].Beat) seconds += (until - score.Tempi[i].Beat) * score.Tempi[i].SecondsPerBeat;
        }
        return seconds;
    }
}
