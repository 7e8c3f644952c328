using System.Text;
using Reelsmith.Contracts;
using Reelsmith.Video.Typography;

namespace Reelsmith.Video.Captions;

/// <summary>A phrase with its lines set in the caption zone.</summary>
/// <param name="From">First frame at which it is shown.</param>
/// <param name="Until">The frame from which it is not.</param>
internal sealed record SetPhrase(CaptionPhrase Phrase, IReadOnlyList<PhraseLine> Lines, int From, int Until)
{
    private const float SmallestShare = 0.6f;

    public static IReadOnlyList<SetPhrase> SetAll(WordTimings timings, CaptionTimes times, CaptionLook look, string language, Fonts fonts)
    {
        var words = timings.Words;
        var phrases = CaptionPhrases.Break(words, language, look.MaxCharacters);
        var set = new List<SetPhrase>();
        for (var i = 0; i < phrases.Count; i++)
        {
            var from = Math.Max(0, times.Lights(phrases[i].First));
            var last = times.Ends(phrases[i].End - 1) + times.Linger;
            var until = Math.Min(times.Gone, i + 1 < phrases.Count ? Math.Min(last, times.Lights(phrases[i + 1].First)) : last);
            if (until > from) set.Add(new SetPhrase(phrases[i], SetLines(words, phrases[i], look, language, fonts), from, until));
        }
        return set;
    }

    private static PhraseLine[] SetLines(IReadOnlyList<SpokenWord> words, CaptionPhrase phrase, CaptionLook look, string language, Fonts fonts)
    {
        (int First, int End)[] ranges = phrase.SecondLine is { } second ? [(phrase.First, second), (second, phrase.End)] : [(phrase.First, phrase.End)];
        var texts = ranges.Select(r => Text(words, r.First, r.End)).ToArray();
        var style = look.Style;
        var shaped = texts.Select(t => fonts.Shape(t.Text, style, language)).ToArray();
        var widest = shaped.Max(l => l.Width);
        if (widest > look.Zone.Width)
        {
            style = style with { Size = style.Size * Math.Max(SmallestShare, look.Zone.Width / widest) };
            shaped = [.. texts.Select(t => fonts.Shape(t.Text, style, language))];
        }
        var wide = CaptionWidth.IsWide(language);
        var top = look.Centred ? look.Zone.MidY - (look.LineHeight * ranges.Length / 2) : look.Zone.Top;
        return [.. ranges.Select((range, i) =>
        {
            var line = shaped[i];
            var x = look.Centred ? look.Zone.MidX - (line.Width / 2) : look.RightToLeft ? look.Zone.Right - line.Width : look.Zone.Left;
            var baseline = top + (look.LineHeight * i) + ((look.LineHeight - line.Ascent - line.Descent) / 2) + line.Ascent;
            return PhraseLine.Set(words, range.First, range.End, line, texts[i].Offsets, MathF.Round(x), MathF.Round(baseline), look with { Style = style }, wide);
        })];
    }

    private static (string Text, List<int> Offsets) Text(IReadOnlyList<SpokenWord> words, int first, int end)
    {
        var text = new StringBuilder();
        var offsets = new List<int>();
        for (var i = first; i < end; i++)
        {
            offsets.Add(text.Length);
            text.Append(words[i].Text);
            if (words[i].SpaceAfter && i + 1 < end) text.Append(' ');
        }
        return (text.ToString(), offsets);
    }
}
