using System.Text.RegularExpressions;
using Reelsmith.Script.Languages;

namespace Reelsmith.Script.Documents;

/// <summary>Takes a text apart into title, headings and sentences.</summary>
internal static partial class DocumentReader
{
    private const int TitleWords = 12;
    private const int HeadingWords = 9;

    public static Document Read(string text, string language)
    {
        var blocks = PlainBlocks(MarkdownBlocks.Read(text), language);
        var (title, byline, body) = TitleOf(blocks);
        var spoken = body.Any(b => b.Kind != BlockKind.Heading) ? body : [.. body.Select(b => b with { Kind = BlockKind.Paragraph })];
        if (spoken.Count == 0 && title is not null) spoken = [new Block(BlockKind.Paragraph, title)];
        return new Document(title, byline, Sentences(spoken, language));
    }

    /// <summary>What Markdown does not mark in plain text: a line for each paragraph, titles and headings that are only short lines.</summary>
    private static List<Block> PlainBlocks(List<Block> blocks, string language)
    {
        var plain = new List<Block>();
        foreach (var block in blocks)
        {
            var lines = block.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (block.Kind != BlockKind.Paragraph || lines.Length < 2)
            {
                plain.Add(block);
                continue;
            }
            if (plain.Count == 0 && IsTitleLine(lines[0]) && Byline().IsMatch(lines[1]) && lines[1].Length < 70)
            {
                plain.Add(new Block(BlockKind.Heading, lines[0]));
                plain.Add(new Block(BlockKind.Heading, lines[1]));
                lines = lines[2..];
                if (lines.Length == 0) continue;
            }
            else if (plain.Count == 0 && IsTitleLine(lines[0]) && lines[1].Length > lines[0].Length * 3 / 2 && !char.IsLower(lines[1][0]))
            {
                plain.Add(new Block(BlockKind.Heading, lines[0]));
                lines = lines[1..];
            }
            if (OneParagraphEach(lines)) plain.AddRange(lines.Select(line => new Block(BlockKind.Paragraph, line)));
            else plain.Add(new Block(BlockKind.Paragraph, string.Join('\n', lines)));
        }
        for (var i = 0; i + 1 < plain.Count; i++)
        {
            if (plain[i].Kind == BlockKind.Paragraph && plain[i + 1].Kind == BlockKind.Paragraph && IsHeadingLine(plain[i].Text, first: i == 0))
            {
                plain[i] = plain[i] with { Kind = BlockKind.Heading };
            }
        }
        return plain;
    }

    private static bool OneParagraphEach(string[] lines) =>
        lines.Take(lines.Length - 1).All(l => SentenceSplitter.EndsSentence(l)) && lines.Average(l => WritingSystems.IsUnspaced(l[0]) ? l.Length * 3 : l.Length) > 60;

    private static bool IsTitleLine(string line) => !SentenceSplitter.EndsSentence(line) && !line.EndsWith(',') && !line.EndsWith(':') && Words.Count(line) <= TitleWords;

    private static bool IsHeadingLine(string line, bool first)
    {
        if (line.Contains('\n', StringComparison.Ordinal) || line.Length > 90) return false;
        if (first) return IsTitleLine(line) || (Words.Count(line) <= HeadingWords && line[^1] is '?' or '？' or '!' && !line.Contains('"', StringComparison.Ordinal));
        if (!IsTitleLine(line) || Words.Count(line) > HeadingWords || line[0] is '"' or '“' or '„' or '«' or '‘' or '「' or '—' or '-') return false;
        if (line.Any(char.IsUpper) && !line.Any(char.IsLower)) return true;
        return !char.IsLower(line[0]) && !line.Contains(',', StringComparison.Ordinal);
    }

    private static (string? Title, string? Byline, List<Block> Body) TitleOf(List<Block> blocks)
    {
        if (blocks.Count == 0 || blocks[0].Kind != BlockKind.Heading) return (null, null, blocks);
        var title = Tidy(blocks[0].Text);
        if (blocks.Count > 1 && blocks[1].Kind != BlockKind.ListItem && Byline().IsMatch(blocks[1].Text) && blocks[1].Text.Length < 70)
        {
            return (title, Tidy(blocks[1].Text), blocks[2..]);
        }
        return (title, null, blocks[1..]);
    }

    /// <summary>Without numbering, closing colon or full stop; capitals only become ordinary case.</summary>
    private static string Tidy(string heading)
    {
        var text = Numbering().Replace(Flat(heading), "").TrimEnd(':', '：', '.', '。', ' ');
        if (text.Length == 0) return Flat(heading);
        return text.Length > 4 && text.Any(char.IsUpper) && !text.Any(char.IsLower) ? TitleCase(text) : text;
    }

    private static string TitleCase(string text)
    {
        var chars = text.ToLowerInvariant().ToCharArray();
        foreach (var (word, index) in Words.In(text).Select((w, i) => (w, i)))
        {
            if (index > 0 && word.Lower is "a" or "an" or "and" or "as" or "at" or "by" or "for" or "in" or "of" or "on" or "or" or "the" or "to" or "with" && index > 0) continue;
            if (RomanNumeral().IsMatch(word.Text)) word.Text.CopyTo(0, chars, word.Start, word.Text.Length);
            chars[word.Start] = char.ToUpperInvariant(chars[word.Start]);
        }
        return new string(chars);
    }

    private static List<Sentence> Sentences(List<Block> blocks, string language)
    {
        var sentences = new List<Sentence>();
        var paragraph = 0;
        var section = 0;
        string? heading = null;
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Heading)
            {
                section++;
                heading = Tidy(block.Text);
                continue;
            }
            foreach (var (text, continues) in SentenceSplitter.Split(block.Text, language))
            {
                sentences.Add(new Sentence { Text = text, Paragraph = paragraph, Section = section, Heading = heading, List = block.List, Continues = continues });
            }
            paragraph++;
        }
        return sentences;
    }

    private static string Flat(string text) => text.ReplaceLineEndings(" ").Trim();

    [GeneratedRegex(@"^(?:by|von|par|por|di|door|av|作者|文|著)(?:\s|[:：])", RegexOptions.IgnoreCase)]
    private static partial Regex Byline();

    [GeneratedRegex(@"^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]{1,5}[.)])\s+")]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$")]
    private static partial Regex RomanNumeral();
}
