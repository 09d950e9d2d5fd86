using IoSpec.Engine;
using IoSpec.Targets;

namespace IoSpec.Tests.VfioUser;

/// <summary>A target behind a vfio-user server in this process, at a socket in a folder of its own.</summary>
internal sealed class ServedTarget : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iospec-vfu-");
    private readonly TargetServer _server;
    private readonly Thread _thread;

    public ServedTarget(string connection, bool hasPreCopy = true)
    {
        _server = new TargetServer(connection, Path, hasPreCopy);
        _thread = new Thread(_server.Run);
        _thread.Start();
    }

    /// <summary>The path of its socket.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, "s");

    /// <summary>Judges what is served, through the socket, in this process.</summary>
    public CampaignResult Judge(Area area, int cases, string options = "") => Judge(area, Path, cases, options);

    /// <summary>Judges what a socket leads to, in this process.</summary>
    public static CampaignResult Judge(Area area, string path, int cases, string options)
    {
        var part = TargetCatalogue.Find($"vfio-user:{path}{options}").For(area.Types)!;
        return new Campaign(area, new CampaignSettings { Seed = 1, Cases = cases }, null)
            .RunHere(new TargetSource(part.Connection, NeedsWorker: false, part.Open));
    }

    /// <summary>What nothing was found out about, though nothing says that it does not apply.</summary>
    public static IEnumerable<string> Untested(Area area, CampaignResult result) => area.Requirements.All
        .Where(requirement => result.Evidence.Hits[requirement.Index] == 0
            && area.Excludes(requirement, result.Capabilities) is null && requirement != area.Liveness)
        .Select(requirement => requirement.Id);

    public void Dispose()
    {
        _server.Dispose();
        _thread.Join();
        _folder.Delete(recursive: true);
    }
}
