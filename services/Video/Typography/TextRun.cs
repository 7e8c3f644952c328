using System.Globalization;
using HarfBuzzSharp;

namespace Reelsmith.Video.Typography;

/// <summary>A stretch of a line that is shaped at once: one font, one script, one direction. Offsets are UTF-16 code units.</summary>
internal sealed record TextRun(int Start, int End, LoadedFont Font, Script Script, int Level)
{
    /// <summary>Cuts a line into runs, in logical order. Clusters that no font can draw belong to no run.</summary>
    public static List<TextRun> Itemise(string text, int[] levels, FontChain fonts)
    {
        var runs = new List<TextRun>();
        var script = Script.Common;
        for (var start = 0; start < text.Length;)
        {
            var end = start + StringInfo.GetNextTextElementLength(text, start);
            var cluster = text[start..end];
            var own = ScriptOf(cluster);
            if (own != Script.Common) script = own;
            var font = runs.Count > 0 && runs[^1].End == start && Joins(cluster, own, runs[^1].Font) ? runs[^1].Font : fonts.FontOf(cluster);
            if (font is not null)
            {
                if (runs.Count > 0 && runs[^1] is var last && last.End == start && last.Font == font && last.Level == levels[start]
                    && (own == Script.Common || last.Script == own || last.Script == Script.Common))
                {
                    runs[^1] = last with { End = end, Script = last.Script == Script.Common ? own : last.Script };
                }
                else
                {
                    runs.Add(new TextRun(start, end, font, own == Script.Common ? script : own, levels[start]));
                }
            }
            start = end;
        }
        return runs;
    }

    // Spaces and punctuation look like the text they follow; figures are always those of the style's own font.
    private static bool Joins(string cluster, Script script, LoadedFont font) => script == Script.Common && cluster.Length == 1
        && (char.IsWhiteSpace(cluster[0]) || char.IsPunctuation(cluster[0])) && !font.IsEmoji && font.Has(cluster[0]);

    private static Script ScriptOf(string cluster)
    {
        foreach (var rune in cluster.EnumerateRunes())
        {
            var script = UnicodeFunctions.Default.GetScript(rune.Value);
            if (script != Script.Common && script != Script.Inherited && script != Script.Unknown) return script;
        }
        return Script.Common;
    }
}
