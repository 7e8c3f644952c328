namespace Reelsmith.Illustrations.Tool;

/// <summary>One icon: its name, the size of its view box, and what stands inside its svg element.</summary>
internal sealed record FluentIcon(string Name, int Width, int Height, string Body)
{
    public string Svg => $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\">{Body}</svg>";
}
