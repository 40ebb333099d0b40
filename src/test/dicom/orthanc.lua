-- What Orthanc does when it has started: it looks for STUDY at the DICOMweb server `strand`, takes it from there, makes another
-- study of it and gives that back. What it has is left in the folder OUT, and what it was told in the file `told.json` there.

local out = os.getenv('OUT')

local function write(name, content)
   local file = assert(io.open(out .. '/' .. name, 'wb'))
   file:write(content)
   file:close()
end

local function ask(what, body)
   local answer = RestApiPost('/dicom-web/servers/strand/' .. what, DumpJson(body, true), false)
   return answer or error(what .. ' failed')
end

local function keep(study, name)
   local kept = {}
   for i, instance in ipairs(ParseJson(RestApiGet('/studies/' .. study .. '/instances'))) do
      write(name .. '-' .. i .. '.dcm', RestApiGet('/instances/' .. instance['ID'] .. '/file'))
      kept[i] = instance['MainDicomTags']['SOPInstanceUID']
   end
   return kept
end

local function exchange()
   local told = {}
   told['found'] = ParseJson(ask('qido', { Uri = '/studies', Arguments = { StudyInstanceUID = os.getenv('STUDY') } }))
   ask('retrieve', { Resources = { { Study = os.getenv('STUDY') } }, Synchronous = true })
   local studies = ParseJson(RestApiGet('/studies'))
   told['pulled'] = keep(studies[1], 'pulled')
   local changed = { Replace = { StudyDescription = 'seen by Orthanc' }, Synchronous = true }
   local made = ParseJson(RestApiPost('/studies/' .. studies[1] .. '/modify', DumpJson(changed, true)))['ID']
   told['study'] = ParseJson(RestApiGet('/studies/' .. made))['MainDicomTags']['StudyInstanceUID']
   told['pushed'] = keep(made, 'pushed')
   told['stored'] = ParseJson(ask('stow', { Resources = { made }, Synchronous = true }))
   return told
end

function Initialize()
   local fine, told = pcall(exchange)
   write('told.part', DumpJson(fine and told or { failed = tostring(told) }, true))
   os.rename(out .. '/told.part', out .. '/told.json')
end
