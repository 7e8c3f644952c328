using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Reelsmith.Script.Documents;

/// <summary>Reads Markdown, of which plain text is a part, as blocks of plain text. Tables, code blocks, HTML, pictures and bare addresses are left out.</summary>
internal static partial class MarkdownBlocks
{
    // A paragraph that opens with a year ("1969. Men walk …") is no list.
    private const int LargestListStart = 40;

    private static readonly MarkdownPipeline s_pipeline = Build();

    public static List<Block> Read(string text)
    {
        var blocks = new List<Block>();
        var lists = 0;
        Add(Markdown.Parse(FrontMatter().Replace(text, ""), s_pipeline), blocks, 0, ref lists);
        return blocks;
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<HtmlBlockParser>();
        return builder.Build();
    }

    private static void Add(ContainerBlock container, List<Block> blocks, int list, ref int lists)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    Add(BlockKind.Heading, TextOf(heading.Inline).ReplaceLineEndings(" "), 0, blocks);
                    break;
                case ParagraphBlock paragraph:
                    Add(list > 0 ? BlockKind.ListItem : BlockKind.Paragraph, TextOf(paragraph.Inline), list, blocks);
                    break;
                case ListBlock items when items.IsOrdered && int.TryParse(items.OrderedStart, out var start) && start > LargestListStart:
                    var first = blocks.Count;
                    Add(items, blocks, 0, ref lists);
                    if (first < blocks.Count) blocks[first] = blocks[first] with { Text = $"{start}{items.OrderedDelimiter} {blocks[first].Text}" };
                    break;
                case ListBlock items:
                    Add(items, blocks, list > 0 ? list : ++lists, ref lists);
                    break;
                case Table or CodeBlock or Markdig.Extensions.Footnotes.FootnoteGroup:
                    break;
                case ContainerBlock inner:
                    Add(inner, blocks, list, ref lists);
                    break;
            }
        }
    }

    private static void Add(BlockKind kind, string text, int list, List<Block> blocks)
    {
        text = Marks().Replace(Address().Replace(text, "${host}"), "");
        text = Spaces().Replace(text, " ").Trim();
        if (text.Any(char.IsLetterOrDigit) && !OnlyHost().IsMatch(text)) blocks.Add(new Block(kind, text, list));
    }

    private static string TextOf(ContainerInline? container)
    {
        var text = new StringBuilder();
        if (container is not null) Append(container, text);
        return text.ToString();
    }

    private static void Append(ContainerInline container, StringBuilder text)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case LineBreakInline:
                    text.Append('\n');
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LinkInline { IsImage: true } or HtmlInline:
                    break;
                case AutolinkInline address:
                    text.Append(address.Url);
                    break;
                case ContainerInline inner:
                    Append(inner, text);
                    break;
            }
        }
    }

    [GeneratedRegex(@"\A---\n.*?\n---[ \t]*(\n|\z)", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    /// <summary>A bare address; only its host is worth saying.</summary>
    [GeneratedRegex(@"(?:https?://)(?:www\.)?(?<host>[\w.-]*\w)[^\s)）」』>，。]*|www\.(?<host>[\w.-]*\w)[^\s)）」』>，。]*")]
    private static partial Regex Address();

    /// <summary>Footnote and reference marks ("[3]", "[citation needed]"), task boxes, tags.</summary>
    [GeneratedRegex(@"\[\^?\d{1,3}\]|\[(?:citation needed|edit|note \d+|a-z)\]|^\[[ xX]\]\s*|<[^<>\n]{1,80}>")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^[\w-]+(?:\.[\w-]+)+$")]
    private static partial Regex OnlyHost();

    [GeneratedRegex(@"[ \t\u3000]+")]
    private static partial Regex Spaces();
}
