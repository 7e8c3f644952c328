using Reelsmith.Video.Themes;
using Reelsmith.Video.Typography;

namespace Reelsmith.Video.Layout;

/// <summary>The type of a film: its roles at the sizes of the canvas, in the faces of the theme, adapted to the script of each text.</summary>
internal sealed class TypeScale(Grid grid, Palette palette, string language)
{
    private bool Wide => !grid.Stacked;

    public TypeRole Title(string text) => Headline(text, Wide ? 180 : 140, Wide ? .99f : .98f, serifSize: Wide ? 164 : 128);

    public TypeRole Statement(string text) => Headline(text, Wide ? 150 : 116, 1.02f, serifSize: Wide ? 138 : 108);

    public TypeRole Heading(string text, float wide, float tall) => Headline(text, Wide ? wide : tall, Wide ? 1.04f : 1.02f, serifSize: (Wide ? wide : tall) * .94f);

    public TypeRole Number() => new(palette.HeadlineFace, palette.HeadlineWeight, Wide ? 400 : 260, 1, palette.HeadlineFace == Typeface.Serif ? -.018f : -.048f, Tabular: true);

    public TypeRole ItemTitle(string text) => palette.HeadlineFace == Typeface.Serif
        ? For(text, new TypeRole(Typeface.Serif, 600, Wide ? 56 : 60, Wide ? 1.12f : 1.1f, -.010f), 700, 1.2f)
        : For(text, new TypeRole(Typeface.Display, 700, Wide ? 56 : 60, Wide ? 1.12f : 1.1f, Wide ? -.022f : -.024f), 700, 1.2f);

    public TypeRole Label(string text) => For(text, new TypeRole(palette.HeadlineFace, 700, Wide ? 62 : 60, 1.14f, -.022f), 700, 1.2f);

    public TypeRole Body(string text) => For(text, new TypeRole(Typeface.Text, 500, 46, Wide ? 1.36f : 1.3f, -.011f), 400, 1.56f);

    public TypeRole ItemText(string text) => For(text, new TypeRole(Typeface.Text, 500, Wide ? 42 : 44, Wide ? 1.30f : 1.25f, -.011f), 400, 1.4f);

    public TypeRole Kicker(string text) => palette.HeadlineFace == Typeface.Serif
        ? For(text, new TypeRole(Typeface.Serif, 600, Wide ? 44 : 46, 1.2f, 0, Italic: true), 700, 1.2f)
        : Scripts.Of(text, language) == Script.Spaced
            ? new TypeRole(Typeface.Text, 700, Wide ? 32 : 38, 1.2f, Wide ? .14f : .12f)
            : For(text, new TypeRole(Typeface.Text, 700, Wide ? 36 : 42, 1.2f, .02f), 700, 1.2f);

    /// <summary>Rows of an ending: a soft role, a name in ink.</summary>
    public TypeRole Source(string text, bool name) => For(text, new TypeRole(Typeface.Text, name ? 600 : 500, Wide ? 36 : 40, 1.2f, -.006f), name ? 700 : 400, 1.3f);

    public TypeRole Quote(string text) => For(text, new TypeRole(Typeface.Serif, 600, Wide ? 74 : 72, 1.2f, -.008f, Italic: true), 700, 1.4f);

    public TypeRole QuoteName(string text, bool strong) => For(text, new TypeRole(Typeface.Text, strong ? 700 : 500, 42, 1.24f, -.012f), strong ? 700 : 400, 1.3f);

    public TypeRole Pill(string text) => For(text, new TypeRole(Typeface.Text, 700, Wide ? 36 : 40, 1.2f, -.010f), 700, 1.2f);

    public TypeRole Caption(string? text) => grid.Shape switch
    {
        Shape.Wide => For(text, new TypeRole(Typeface.Text, 700, 52, 70 / 52f, -.010f, WordSpacing: .12f), 700, 70 / 52f),
        Shape.Square => For(text, new TypeRole(Typeface.Text, 800, 68, 92 / 68f, -.020f, WordSpacing: .07f), 700, 92 / 68f),
        _ => For(text, new TypeRole(Typeface.Text, 800, 80, 108 / 80f, -.020f, WordSpacing: .07f), 700, 108 / 80f),
    };

    private TypeRole Headline(string text, float size, float line, float serifSize) => palette.HeadlineFace == Typeface.Serif
        ? For(text, new TypeRole(Typeface.Serif, palette.HeadlineWeight, serifSize, Math.Max(line, 1.01f), -.018f), 700, 1.16f)
        : For(text, new TypeRole(Typeface.Display, palette.HeadlineWeight, size, line, Wide ? -.022f : -.024f), 700, 1.16f);

    /// <summary>A Latin role as other scripts need it: no tightening, no slant, room for marks.</summary>
    private TypeRole For(string? text, TypeRole role, int cjkWeight, float cjkLine) => Scripts.Of(text, language) switch
    {
        Script.Cjk => role with { Weight = cjkWeight, Line = cjkLine, Spacing = 0, Italic = false, Cjk = true, WordSpacing = 0 },
        Script.RightToLeft => role with { Weight = Math.Min(role.Weight, 700), Line = Math.Max(role.Line, 1.3f), Spacing = 0, Italic = false },
        Script.Tall => role with { Weight = Math.Min(role.Weight, 700), Line = Math.Max(role.Line, 1.4f), Spacing = 0, Italic = false },
        _ => role,
    };
}
