using System.Runtime.InteropServices;

namespace Reelsmith.Speech.Synthesis.Espeak;

/// <summary>Where espeak-events lies and what runs it. It is a program of its own, under its own licence.</summary>
internal static class EspeakProgram
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "espeak-events.dll");

    /// <summary>The dotnet command of the runtime that this process runs on, wherever it is installed.</summary>
    public static string Host { get; } = FindHost();

    private static string FindHost()
    {
        // .../dotnet/shared/Microsoft.NETCore.App/10.0.1/
        var root = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var host = System.IO.Path.Combine(root, "dotnet");
        return File.Exists(host) ? host : "dotnet";
    }
}
