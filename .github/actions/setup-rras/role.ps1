# The role and its configuration.
# Not yet run on a hosted runner.

function Install-RrasRole {
    if (-not (Get-Command -Name Install-WindowsFeature -ErrorAction SilentlyContinue)) {
        Stop-Setup -Reason 'not-a-server' -Message 'Install-WindowsFeature is missing: RRAS is a role of Windows Server, but this is another edition.'
    }
    Write-Host 'Installing the features DirectAccess-VPN and Routing.'
    try {
        $result = Install-WindowsFeature -Name @('DirectAccess-VPN', 'Routing') -IncludeManagementTools
    }
    catch {
        Stop-Setup -Reason 'role-failed' -Message "Install-WindowsFeature failed: $($_.Exception.Message)"
    }
    Write-Host "Install-WindowsFeature: success $($result.Success), exit code $($result.ExitCode), restart needed $($result.RestartNeeded)."
    if (-not $result.Success) {
        Stop-Setup -Reason 'role-failed' -Message "Install-WindowsFeature ended with $($result.ExitCode)."
    }
    # A hosted runner cannot be rebooted within a job. After 'Maybe' the setup continues, and the service shows
    # whether it works.
    if ("$($result.RestartNeeded)" -eq 'Yes') {
        Stop-Setup -Reason 'reboot-required' -Message 'The role is installed but needs a reboot, which is impossible within a job of a hosted runner.'
    }
}

function Install-RrasVpn {
    param([string] $VpnType)
    if (Test-RrasVpn) {
        Write-Host 'Remote access is configured already; it stays as it is.'
        return
    }
    Write-Host "Configuring remote access: Install-RemoteAccess -VpnType $VpnType."
    try {
        Install-RemoteAccess -VpnType $VpnType | Out-Host
    }
    catch {
        Stop-Setup -Reason 'configuration-failed' -Message "Install-RemoteAccess -VpnType $VpnType failed: $($_.Exception.Message)"
    }
}

# An unconfigured server may return an error instead of a status.
function Test-RrasVpn {
    try {
        return "$((Get-RemoteAccess).VpnStatus)" -eq 'Installed'
    }
    catch {
        return $false
    }
}
