using System.Text;

namespace Reelsmith.Cli;

/// <summary>What the program reads and writes.</summary>
/// <param name="Out">For other programs: JSON lines, a storyboard, a list.</param>
/// <param name="Error">For people.</param>
/// <param name="OpenInput">Standard input.</param>
/// <param name="Interactive">Whether a person sees <paramref name="Error"/> on a terminal.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, Func<Stream> OpenInput, bool Interactive)
{
    public static Terminal OfProcess()
    {
        // Lines go out whole and at once: scripts follow them while the film is made.
        var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        return new Terminal(TextWriter.Synchronized(output), Console.Error, Console.OpenStandardInput, !Console.IsErrorRedirected);
    }
}
