using System.Text;

namespace Reelsmith.Composer.Programs;

/// <summary>Takes an argument line that FFMpegCore built apart into the list that a process is started with. Only file names that
/// we choose are ever quoted in it, so quotes never stand inside a value.</summary>
internal static class ArgumentLine
{
    public static IReadOnlyList<string> Split(string line)
    {
        var arguments = new List<string>();
        var current = new StringBuilder();
        var quoted = false;
        var any = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
                any = true;
            }
            else if (c == ' ' && !quoted)
            {
                if (any) arguments.Add(current.ToString());
                current.Clear();
                any = false;
            }
            else
            {
                current.Append(c);
                any = true;
            }
        }
        if (any) arguments.Add(current.ToString());
        return arguments;
    }
}
