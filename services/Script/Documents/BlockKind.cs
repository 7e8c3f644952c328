namespace Reelsmith.Script.Documents;

internal enum BlockKind
{
    Heading,
    Paragraph,
    ListItem,
}
