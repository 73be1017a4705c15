// Asks the local RRAS service whether it is initialised. Written in the C# that Windows PowerShell 5.1 compiles.
// Not yet run on a hosted runner.
using System.Runtime.InteropServices;
using System.Threading.Tasks;

public sealed class RrasAnswer
{
    public bool Came;
    public uint Status;
    public bool Initialized;
}

public static class RrasService
{
    [DllImport("mprapi.dll", CharSet = CharSet.Unicode, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint MprAdminIsServiceInitialized(string server, out int initialized);

    // The call is RPC without a time-out. A call that hangs stays on a pool thread, which does not keep the
    // process alive.
    public static RrasAnswer AskIfInitialized(int milliseconds)
    {
        Task<RrasAnswer> asking = Task.Run(() =>
        {
            int initialized;
            uint status = MprAdminIsServiceInitialized(null, out initialized);
            return new RrasAnswer { Came = true, Status = status, Initialized = initialized != 0 };
        });
        return asking.Wait(milliseconds) ? asking.Result : new RrasAnswer();
    }
}
