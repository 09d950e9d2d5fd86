namespace IoSpec.Contracts;

/// <summary>Who sees an address.</summary>
public enum Observer
{
    /// <summary>A driver in the guest.</summary>
    GuestDriver,

    /// <summary>What emulates or is the device that the guest drives.</summary>
    Device,

    /// <summary>A process that serves a device's rings from outside the virtual machine monitor.</summary>
    VhostBackEnd,

    /// <summary>The virtual machine monitor.</summary>
    HostMonitor,

    /// <summary>The host's kernel, which owns the second stage of translation.</summary>
    HostKernel,
}
