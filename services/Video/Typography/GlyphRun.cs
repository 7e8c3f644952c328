using SkiaSharp;

namespace Reelsmith.Video.Typography;

/// <summary>Glyphs of one font, from left to right.</summary>
/// <param name="Positions">Relative to the start of the line on its baseline.</param>
/// <param name="Clusters">UTF-16 offset of the text that each glyph stands for.</param>
internal sealed record GlyphRun(SKFont Font, ushort[] Glyphs, SKPoint[] Positions, int[] Clusters);
