namespace IoSpec.Contracts.Pasids;

/// <summary>Who gives a guest the capability that the function does not have itself.</summary>
public enum EmulationShape
{
    /// <summary>The kernel does.</summary>
    Kernel,

    /// <summary>The virtual machine monitor does.</summary>
    Monitor,

    /// <summary>Both can: the monitor sees that the kernel has done it.</summary>
    MonitorOnKernel,
}
