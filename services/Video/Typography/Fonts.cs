using System.Collections.Concurrent;
using Reelsmith.Contracts;

namespace Reelsmith.Video.Typography;

/// <summary>Sets text: finds the fonts of a style, falls back by script where they lack a character, and shapes with HarfBuzz. Thread-safe.</summary>
internal sealed class Fonts(IReadOnlyList<string> folders) : IDisposable
{
    private const float InterTightening = -0.012f;
    private static readonly (string Family, string Package)[] Required = [("Inter", "fonts-inter"), ("Vollkorn", "fonts-vollkorn"), ("Noto Sans CJK SC", "fonts-noto-cjk"), ("Noto Sans", "fonts-noto-core"), ("Noto Color Emoji", "fonts-noto-color-emoji")];

    private readonly Lazy<FontCatalogue> _catalogue = new(() => FontCatalogue.Scan(folders));
    private readonly ConcurrentDictionary<(string Family, int Weight, bool Italic, bool Display), Lazy<LoadedFont?>> _open = new();
    private readonly ConcurrentDictionary<(Typeface Typeface, int Weight, bool Italic, string Language), FontChain> _chains = new();
    private readonly ConcurrentDictionary<(TextStyle Style, string Language, string Text), ShapedLine> _lines = new();

    public Fonts()
        : this(FontCatalogue.Folders())
    {
    }

    /// <summary>Eight hexadecimal digits that change when a font of another version is installed.</summary>
    public string Identity => _catalogue.Value.Identity;

    /// <summary>Packages of required fonts that are not installed.</summary>
    public IReadOnlyList<string> Missing() => [.. Required.Where(r => !_catalogue.Value.Has(r.Family)).Select(r => r.Package)];

    /// <exception cref="ReelsmithException"><c>font_missing</c>: a font that every film needs is not installed.</exception>
    public void EnsureInstalled()
    {
        if (Missing() is not { Count: > 0 } packages) return;
        throw ReelsmithException.Unavailable("font_missing", $"Fonts are not installed: {string.Join(", ", packages)}.", $"Install them: apt install {string.Join(' ', packages)}", "motion");
    }

    /// <summary>Sets one line; line ends in the text become spaces.</summary>
    /// <param name="language">BCP 47: chooses the forms of Han characters and the direction of the line.</param>
    /// <exception cref="ReelsmithException"><c>font_missing</c>.</exception>
    public ShapedLine Shape(string text, TextStyle style, string language)
    {
        var key = (style, language, text);
        if (_lines.TryGetValue(key, out var known)) return known;
        if (_lines.Count > 4096) _lines.Clear();
        return _lines[key] = LineShaper.Shape(Printable(text), style, language, ChainOf(style, language), TightenedBy(style));
    }

    public void Dispose()
    {
        foreach (var font in _open.Values) font.Value?.Dispose();
        _open.Clear();
        _chains.Clear();
        _lines.Clear();
    }

    private FontChain ChainOf(TextStyle style, string language)
    {
        return _chains.GetOrAdd((style.Typeface, style.Weight, style.Italic, language), key =>
        {
            EnsureInstalled();
            var serif = style.Typeface == Typeface.Serif;
            var family = style.Typeface switch { Typeface.Serif => "Vollkorn", Typeface.Display when _catalogue.Value.Has("Inter Display") => "Inter Display", _ => "Inter" };
            LoadedFont? Open(string name) => Opened(name, style.Weight, style.Italic && name == family, style.Typeface == Typeface.Display);
            return new FontChain(_catalogue.Value, Open, Open(family)!, language, serif);
        });
    }

    private LoadedFont? Opened(string family, int weight, bool italic, bool display) =>
        _open.GetOrAdd((family, weight, italic, display), key => new Lazy<LoadedFont?>(() =>
            _catalogue.Value.Find(key.Family, key.Weight, key.Italic) is { } face ? new LoadedFont(face, key.Weight, key.Display) : null)).Value;

    private float TightenedBy(TextStyle style) =>
        style.Typeface == Typeface.Display && !_catalogue.Value.Has("Inter Display") && _catalogue.Value.Find("Inter", style.Weight, false)?.MaxOpticalSize is null ? InterTightening : 0;

    private static string Printable(string text) => string.Create(text.Length, text, static (line, source) =>
    {
        for (var i = 0; i < line.Length; i++) line[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? ' ' : source[i];
    });
}
