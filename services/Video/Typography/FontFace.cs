namespace Reelsmith.Video.Typography;

/// <summary>One face of an installed font file.</summary>
/// <param name="Index">Place in a collection (.ttc), else 0.</param>
/// <param name="MinWeight">CSS weight; differs from <paramref name="MaxWeight"/> in a variable font.</param>
/// <param name="MaxOpticalSize">Largest value of the axis "opsz", or null where it has none.</param>
/// <param name="Version">As its name table says ("Version 4.001").</param>
internal sealed record FontFace(string Path, int Index, string Family, int MinWeight, int MaxWeight, bool Italic, float? MaxOpticalSize, string Version)
{
    public bool Variable => MinWeight != MaxWeight || MaxOpticalSize is not null;
}
