using System.Diagnostics;

namespace Reelsmith.Tests.Servers;

/// <summary>Ends the servers of a test run that was itself killed, and deletes their folders: a shell that waits for this process to end.</summary>
internal static class Leftovers
{
    // Everything that a server starts works inside its folder.
    private const string Script = """
        trap '' INT TERM HUP
        while IFS= read -r folder; do set -- "$@" "$folder"; done
        for folder in "$@"; do
            [ -d "$folder" ] || continue
            for process in /proc/[0-9]*; do
                case $(readlink "$process/cwd") in "$folder" | "$folder"/*) kill -9 "${process#/proc/}" ;; esac
            done
            rm -rf "$folder"
        done
        """;

    private static readonly Lazy<Process> Watcher = new(() => Process.Start(new ProcessStartInfo("sh", ["-c", Script]) { RedirectStandardInput = true, RedirectStandardError = true, WorkingDirectory = "/" })!);

    /// <param name="folder">Deleted by its owner on every path but the end of this process.</param>
    public static void Watch(string folder)
    {
        lock (Watcher)
        {
            Watcher.Value.StandardInput.WriteLine(folder);
            Watcher.Value.StandardInput.Flush();
        }
    }
}
