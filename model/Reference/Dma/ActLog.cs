namespace IoSpec.Reference.Dma;

/// <summary>What the acts of one operation come to.</summary>
/// <param name="devices">How many devices there are.</param>
internal sealed class ActLog(int devices)
{
    /// <summary>The pages that became valid.</summary>
    public List<int> Installed { get; } = [];

    /// <summary>Whether one of them became invalid again.</summary>
    public bool IsUndoing { get; set; }

    /// <summary>What was done for each device.</summary>
    public DeviceLog[] Devices { get; } = Logs(devices);

    /// <summary>Whether the copy of any device was full.</summary>
    public bool MetFull => Array.Exists(Devices, device => device.WasFull);

    private static DeviceLog[] Logs(int devices)
    {
        var logs = new DeviceLog[devices];
        for (var i = 0; i < devices; i++) logs[i] = new DeviceLog();
        return logs;
    }
}
