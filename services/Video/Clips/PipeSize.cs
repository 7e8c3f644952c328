using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace Reelsmith.Video.Clips;

/// <summary>Enlarges a pipe (fcntl(2), F_SETPIPE_SZ), so that a frame of 3 MB goes through in 3 turns instead of 48.</summary>
internal static partial class PipeSize
{
    private const int SetPipeSize = 1031;
    private const int OneMebibyte = 1 << 20;

    /// <summary>Does nothing where the system refuses.</summary>
    public static void Enlarge(Stream pipe)
    {
        switch (pipe)
        {
            case PipeStream stream: _ = Control(stream.SafePipeHandle, SetPipeSize, OneMebibyte); break;
            case FileStream stream: _ = Control(stream.SafeFileHandle, SetPipeSize, OneMebibyte); break;
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(SafeHandle file, int command, int argument);
}
