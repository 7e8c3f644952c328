namespace Reelsmith.Tests.Servers;

/// <summary>What Linux on x86-64 calls them.</summary>
internal enum Signal
{
    Interrupt = 2,
    Quit = 3,
    Terminate = 15,
    Continue = 18,
    Stop = 19,
}
