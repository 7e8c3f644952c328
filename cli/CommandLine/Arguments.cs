using Reelsmith.Contracts;

namespace Reelsmith.Cli.CommandLine;

/// <summary>What is done to the arguments before they are parsed.</summary>
internal static class Arguments
{
    public static IReadOnlyList<string> Commands { get; } = ["make", "storyboard", "serve", "mcp", "keys", "queues", "voices", "doctor"];

    private static readonly string[] ForTheRoot = ["--help", "-h", "-?", "/?", "--version"];
    private static readonly string[] OnOff = ["on", "off"];

    /// <summary>A first argument that is no command means <c>make</c>; <c>--captions</c> alone means on, <c>--no-captions</c> off.</summary>
    public static string[] Normalise(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0) return ["--help"];
        var normal = new List<string>();
        if (!Commands.Contains(arguments[0]) && !ForTheRoot.Contains(arguments[0])) normal.Add("make");
        var literal = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            literal |= arguments[i] == "--";
            if (!literal && arguments[i] == "--no-captions") normal.AddRange(["--captions", "off"]);
            else if (!literal && arguments[i] == "--captions" && !(i + 1 < arguments.Count && OnOff.Contains(arguments[i + 1]))) normal.AddRange(["--captions", "on"]);
            else normal.Add(arguments[i]);
        }
        return [.. normal];
    }

    public static ReelsmithException Wrong(string message, string hint = "`reelsmith --help` lists commands and options.") =>
        ReelsmithException.InvalidInput("usage", message, hint);
}
