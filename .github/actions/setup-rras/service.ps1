# Starts the service and waits until it reports that it is initialised. A running service may not be initialised
# yet, and until then its answers are errors.
# Not yet run on a hosted runner.

$accessDenied = 5

# Start-Service waits without a limit, so the service is started without waiting and then polled.
function Start-RrasService {
    param([datetime] $Deadline)
    Set-Service -Name RemoteAccess -StartupType Automatic
    $service = Get-Service -Name RemoteAccess
    $told = $false
    while ("$($service.Status)" -ne 'Running') {
        if ("$($service.Status)" -eq 'Stopped') {
            if ($told) {
                Write-RrasEvent
                Stop-Setup -Reason 'service-failed' -Message 'The service RemoteAccess was started and stopped again; its events are in the log of this step.'
            }
            Write-Host 'Starting the service RemoteAccess.'
            try {
                $service.Start()
            }
            catch {
                Write-RrasEvent
                Stop-Setup -Reason 'service-failed' -Message "The service RemoteAccess cannot be started: $($_.Exception.Message)"
            }
            $told = $true
        }
        if ((Get-Date) -ge $Deadline) {
            Write-RrasEvent
            Stop-Setup -Reason 'timeout' -Message "The service RemoteAccess did not start in time; its state is $($service.Status)."
        }
        Start-Sleep -Seconds 1
        $service.Refresh()
    }
    Write-Host 'The service RemoteAccess is running.'
}

function Wait-RrasInitialized {
    param([datetime] $Deadline)
    Add-Type -Path (Join-Path $PSScriptRoot 'RrasService.cs')
    $said = 'nothing'
    while ($true) {
        $left = [int] ($Deadline - (Get-Date)).TotalMilliseconds
        if ($left -le 0) {
            Write-RrasEvent
            Stop-Setup -Reason 'timeout' -Message "The service RemoteAccess is running but was not initialised in time. The last answer of MprAdminIsServiceInitialized: $said."
        }
        $answer = [RrasService]::AskIfInitialized($left)
        if (-not $answer.Came) {
            $said = 'none, the call hangs'
            continue
        }
        if ($answer.Status -eq 0 -and $answer.Initialized) {
            return
        }
        if ($answer.Status -eq $accessDenied) {
            Stop-Setup -Reason 'access-denied' -Message 'The service RemoteAccess refuses this user: MprAdminIsServiceInitialized returned 5, access denied.'
        }
        $said = "status $($answer.Status), initialised $($answer.Initialized)"
        Start-Sleep -Seconds 1
    }
}

# Writes the service's own events to the log.
function Write-RrasEvent {
    try {
        $entries = Get-WinEvent -MaxEvents 20 -FilterHashtable @{ LogName = 'System'; ProviderName = 'RemoteAccess' }
        foreach ($entry in $entries) {
            Write-Host "$($entry.TimeCreated.ToString('o')) $($entry.Id) $($entry.Message)"
        }
    }
    catch {
        Write-Host "The system log has no events of RemoteAccess: $($_.Exception.Message)"
    }
}
