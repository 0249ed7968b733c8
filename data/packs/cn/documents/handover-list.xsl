<?xml version="1.0" encoding="UTF-8"?>
<!-- 工作交接清单：先印出已经知道的项目，其余当场写。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="form">
      <title id="title">工作交接清单</title>
      <xsl:call-template name="number"/>
      <table id="people" columns="2 5 2 5">
        <row><cell>交接人</cell><cell><field path="employee/@name" as="name"/></cell><cell>部门及岗位</cell><cell><xsl:if test="employee/employment/@department"><field path="employee/employment/@department"/>　</xsl:if><field path="employee/employment/@position"/></cell></row>
        <row>
          <cell>接收人</cell>
          <cell><xsl:choose><xsl:when test="case/@receiver"><field path="case/@receiver" as="name"/></xsl:when><xsl:otherwise><blank size="8"/></xsl:otherwise></xsl:choose></cell>
          <cell>完成日期</cell><cell><field path="case/@handover-date" as="date"/>前</cell>
        </row>
      </table>
      <table id="items" columns="2c 6.3 8.9 5.2 4.8" head="true">
        <row><cell>序号</cell><cell>类别</cell><cell>内容</cell><cell>状态与遗留问题</cell><cell>接收人、日期</cell></row>
        <xsl:for-each select="case/handover/item">
          <xsl:variable name="at" select="concat('case/handover/item[', position(), ']/@')"/>
          <row>
            <cell><xsl:value-of select="position()"/></cell>
            <cell><field path="{$at}what"/></cell>
            <cell><xsl:if test="@detail"><field path="{$at}detail"/></xsl:if><xsl:if test="@quantity">（<field path="{$at}quantity"/>）</xsl:if></cell>
            <cell><xsl:if test="@state"><field path="{$at}state"/></xsl:if><xsl:if test="@defect">；<field path="{$at}defect"/></xsl:if></cell>
            <cell><xsl:if test="@receiver"><field path="{$at}receiver" as="name"/></xsl:if></cell>
          </row>
        </xsl:for-each>
        <xsl:if test="not(case/handover/item)">
          <xsl:for-each select="employee/project">
            <xsl:variable name="at" select="concat('employee/project[', position(), ']/@')"/>
            <row>
              <cell><xsl:value-of select="position()"/></cell><cell>在办项目</cell>
              <cell><field path="{$at}name"/><xsl:if test="@role">（<field path="{$at}role"/>）</xsl:if></cell>
              <cell><xsl:if test="@planned-end">计划完成：<field path="{$at}planned-end" as="date"/></xsl:if></cell><cell/>
            </row>
          </xsl:for-each>
          <xsl:call-template name="kinds"/>
        </xsl:if>
      </table>
      <note id="rules">系统账号只移交权限，不书写密码。有缺漏或者损坏的，双方如实记载即可，责任由公司另行依法处理，不影响交接的完成，也不影响工资结算和离职证明的出具。</note>
      <sign id="sign" kind="line">
        <row><cell>交接人：<blank size="8"/></cell><cell>接收人：<blank size="8"/></cell><cell>监交人：<blank size="8"/></cell></row>
        <row><cell>办结日期：<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</cell></row>
      </sign>
    </document>
  </xsl:template>

  <xsl:template name="kinds">
    <xsl:variable name="from" select="count(employee/project)"/>
    <row><cell><xsl:value-of select="$from + 1"/></cell><cell>工作任务与进度</cell><cell/><cell/><cell/></row>
    <row><cell><xsl:value-of select="$from + 2"/></cell><cell>文档与数据</cell><cell/><cell/><cell/></row>
    <row><cell><xsl:value-of select="$from + 3"/></cell><cell>系统账号与权限</cell><cell/><cell/><cell/></row>
    <row><cell><xsl:value-of select="$from + 4"/></cell><cell>客户与外部联系人</cell><cell/><cell/><cell/></row>
    <row><cell><xsl:value-of select="$from + 5"/></cell><cell>印章、证照、合同</cell><cell/><cell/><cell/></row>
    <row><cell><xsl:value-of select="$from + 6"/></cell><cell>财务、借款、备用金</cell><cell/><cell/><cell/></row>
    <row><cell><xsl:value-of select="$from + 7"/></cell><cell>办公设备与门禁</cell><cell/><cell/><cell/></row>
    <row><cell><xsl:value-of select="$from + 8"/></cell><cell>知识与经验说明</cell><cell/><cell/><cell/></row>
  </xsl:template>
</xsl:stylesheet>
